package tollgate.outside;

import tollgate.engine.Duty;
import tollgate.payment.Payment;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.tenant.Gateway;

/** What travels over the event bus inside this process, by reference. */
sealed interface Parcel {

  /** A duty to perform. Whoever takes it tells {@code slot} once he is through with it. */
  record Work(Duty duty, Slot slot) implements Parcel {}

  /** A callback came in; the answer is {@link Said}. */
  record Arrived(Gateway gateway, Callback callback) implements Parcel {}

  /** The customer came back; the answer is {@link Now}. */
  record CameBack(Payment payment) implements Parcel {}

  /** The payment as it is now. */
  record Now(Payment payment) implements Parcel {}

  /** The provider's answer, on its way back. */
  record Said(Answer answer) implements Parcel {}
}

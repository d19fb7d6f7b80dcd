package tollgate.outside;

import io.vertx.core.Promise;
import tollgate.engine.Duty;
import tollgate.payment.Payment;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.tenant.Gateway;

/** What verticles are handed inside this process, by reference. */
sealed interface Parcel {

  /** A duty to perform. Whoever takes it tells {@code slot} once he is through with it. */
  record Work(Duty duty, Slot slot) implements Parcel {}

  /** A callback came in; {@code said} is what the provider must hear. */
  record Arrived(Gateway gateway, Callback callback, Promise<Answer> said) implements Parcel {}

  /** The customer came back; {@code now} is the payment as it is then. */
  record CameBack(Payment payment, Promise<Payment> now) implements Parcel {}
}

package tollgate.engine;

import org.jspecify.annotations.Nullable;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;

/**
 * An event on its way to its payment.
 *
 * @param source the callback it came in, when it came in one
 * @param done the duty that is fulfilled once this is decided; it leaves the outbox in that commit
 */
public record News(
    Payment.Id payment, PaymentEvent event, @Nullable Source source, @Nullable Duty done) {

  /** The gateway at whose address a callback came in, and its body. */
  public record Source(long gateway, String body) {}

  public static News of(Payment.Id payment, PaymentEvent event) {
    return new News(payment, event, null, null);
  }

  public static News from(Source source, Payment.Id payment, PaymentEvent event) {
    return new News(payment, event, source, null);
  }

  /** What a duty brought back. */
  public static News after(Duty done, PaymentEvent event) {
    return new News(done.payment().id(), event, null, done);
  }
}

package tollgate.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.RedirectData;
import tollgate.payment.Refund;

/**
 * How a payment stands in the words of the Gate, without its times: what somebody who waits for
 * news waits to see change. A doubt of ours, or a new attempt at the provider, is no news.
 *
 * @param status of the payment
 * @param code of its first operation
 * @param redirect where the customer must go; absent when nowhere
 * @param refunds of each its operation and what is said of it
 */
public record Standing(
    String status, Code code, @Nullable RedirectData redirect, List<OfRefund> refunds) {

  /** A refund in the words of the Gate. */
  public record OfRefund(long operation, Code code) {}

  public static Standing of(Payment payment) {
    var redirect = payment.state() instanceof AwaitingCustomer waiting ? waiting.redirect() : null;
    return new Standing(
        Wording.status(payment),
        Wording.of(payment.state()).code(),
        redirect,
        payment.refunds().stream().map(Standing::of).toList());
  }

  private static OfRefund of(Refund refund) {
    return new OfRefund(refund.operation(), Wording.of(refund.state()).code());
  }

  /** Whether nothing will change unless somebody asks for something new. */
  public static boolean isSettled(Payment payment) {
    return !payment.isOpen() && payment.refunds().stream().noneMatch(Refund::isInFlight);
  }
}

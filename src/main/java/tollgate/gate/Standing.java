package tollgate.gate;

import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.RedirectData;

/**
 * How a payment stands in the words of the Gate, without its times: what somebody who waits for
 * news waits to see change. A doubt of ours, or a new attempt at the provider, is no news.
 */
public record Standing(String status, Code code, @Nullable RedirectData redirect) {

  public static Standing of(Payment payment) {
    var wording = Wording.of(payment.state());
    var redirect = payment.state() instanceof AwaitingCustomer waiting ? waiting.redirect() : null;
    return new Standing(wording.status(), wording.code(), redirect);
  }
}

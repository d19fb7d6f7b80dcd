package tollgate.outside;

import java.util.Map;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutPending;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.provider.Order;
import tollgate.provider.Payouts;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * How {@link AcmePay} gives money: {@code yes} or {@code refunded}, {@code no}, {@code pending}, or
 * {@code refused} where it does not say what it speaks of. A refund that is {@code pending R-1} is
 * asked for by that id.
 */
final class AcmeOut implements Payouts, Refunds {

  @Override
  public Request send(Order order, Gateway gateway) {
    return request("/payout", order.reference(), order.reference(), gateway);
  }

  @Override
  public Request ask(Order order, Gateway gateway) {
    return request("/ask-payout", order.reference(), order.reference(), gateway);
  }

  @Override
  public ProviderEvent read(Payouts.Call call, Order order, Gateway gateway, Reply reply) {
    return switch (reply.body()) {
      case "yes" -> new PayoutApproved("A-1");
      case "no" -> new PayoutDeclined(Code.WRONG_ACCOUNT_DATA, "A-1");
      case "refused" -> new PayoutDeclined(Code.DUPLICATE_OPERATION, "");
      case "pending" -> new PayoutPending("A-1");
      case String other -> new Doubtful(other);
    };
  }

  @Override
  public Request send(Wanted refund, Gateway gateway) {
    if (!refund.providersId().isEmpty()) {
      return request("/asked", refund.providersId(), "", gateway);
    }
    var body = refund.sale().reference() + ' ' + refund.amount() + ' ' + refund.comment();
    return request("/refund", refund.key(), body, gateway);
  }

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    var words = reply.body().split(" ", 2);
    return switch (words[0]) {
      case "refunded" -> new RefundApproved(refund.operation(), "R-1");
      case "no" -> new RefundDeclined(refund.operation(), Code.ACQUIRER_BALANCE_SHORT);
      case "pending" -> new RefundPending(refund.operation(), words.length == 1 ? "" : words[1]);
      case String other -> new Doubtful(other);
    };
  }

  private static Request request(String path, String key, String body, Gateway gateway) {
    if (gateway.fields().containsKey("broken")) throw new IllegalStateException("on purpose");

    return new Request("POST", gateway.base() + path, Map.of("Idempotency-Key", key), body);
  }
}

package tollgate.provider.qiwi;

import static tollgate.payment.Code.PROVIDER_DECLINE;
import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;

import java.util.Map;
import java.util.Set;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.provider.JsonMessage;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * Refunds (sections 3 and 7). Their id is ours, and the same id with the same amount is answered
 * with the refund that was made; so an error never speaks of one that was.
 */
final class BillRefunds implements Refunds {

  private static final Set<String> STATUSES = Set.of("PARTIAL", "FULL");

  private static final Map<String, Code> REFUSALS =
      Map.of(
          "refund.incorrect.amount", PROVIDER_DECLINE,
          "validation.error", PROVIDER_VALIDATION_ERROR);

  @Override
  public Request send(Wanted refund, Gateway gateway) {
    var body = Json.object().put("amount", BillRequest.amount(refund.amount())).build();
    var url = Qiwi.bill(refund.sale(), gateway) + "/refunds/" + refund.key();
    return new Request("PUT", url, Qiwi.headers(gateway), body.encode());
  }

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    var message = JsonMessage.read(reply.body());
    if (message == null) return new Doubtful("HTTP " + reply.status() + ", no object");
    if (message.has("errorCode")) return refused(refund, message.text("errorCode"), reply);
    if (reply.status() != 200) return new Doubtful("HTTP " + reply.status());
    if (!message.text("refundId").equals(refund.key())) {
      return new Doubtful("about another refund");
    }
    return refund.amount().equals(Amounts.read(message))
            && STATUSES.contains(message.text("status"))
        ? new RefundApproved(refund.operation(), "")
        : new Doubtful("refunded another amount");
  }

  private static ProviderEvent refused(Wanted refund, String code, Reply reply) {
    var isClear = reply.status() >= 400 && reply.status() < 500;
    var refusal = isClear ? REFUSALS.get(code) : null;
    return refusal == null
        ? new Doubtful("HTTP " + reply.status() + ", an error")
        : new RefundDeclined(refund.operation(), refusal);
  }
}

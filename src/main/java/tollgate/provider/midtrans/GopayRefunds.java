package tollgate.provider.midtrans;

import static tollgate.payment.Code.ACQUIRER_BALANCE_SHORT;
import static tollgate.payment.Code.PROVIDER_DECLINE;
import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * Refunds (section 8). Midtrans knows a repeat by our {@code refund_key}: one that succeeded before
 * is answered 406, so an answer that got lost is found by asking for the same refund again.
 */
final class GopayRefunds implements Refunds {

  private static final int REASON_CHARS_MAX = 255;
  private static final Set<String> STATUSES = Set.of("refund", "partial_refund");
  private static final Pattern ID = Pattern.compile("[0-9]{1,20}");

  @Override
  public Request send(Wanted refund, Gateway gateway) {
    var body =
        Json.object().put("refund_key", refund.key()).put("amount", Charge.rupiah(refund.amount()));
    var reason = Charge.cut(refund.comment(), REASON_CHARS_MAX);
    if (!reason.isBlank()) body.put("reason", reason);

    return Midtrans.post("refund", refund.sale(), refund.key() + "-rfd", body.build(), gateway);
  }

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    try {
      var json = JsonReader.read(reply.body(), Limits.MESSAGE);
      if (json instanceof Json.Obj body) return read(refund, new Message(body), reply);
    } catch (JsonRefused notJson) {
      return new Doubtful("HTTP " + reply.status() + ", " + notJson.reason().words());
    }
    return new Doubtful("HTTP " + reply.status() + ", no object");
  }

  /**
   * A wrong state (412) and a wrong amount (414) are no refusals: were a repeat checked for them
   * before its key, it would be answered so after it had succeeded. 401 and 404 tell of wrong keys,
   * not of money.
   */
  private static ProviderEvent read(Wanted refund, Message message, Reply reply) {
    if (isAboutAnother(message, refund)) return new Doubtful("about another refund");

    return switch (message.code()) {
      case "200" -> approved(message, refund);
      case "406" -> new RefundApproved(refund.operation(), "");
      case "202" -> new RefundDeclined(refund.operation(), PROVIDER_DECLINE);
      case "414" -> refused(message, refund);
      case "400", "413" -> new RefundDeclined(refund.operation(), PROVIDER_VALIDATION_ERROR);
      case String code -> new Doubtful("HTTP " + reply.status() + ", code " + code);
    };
  }

  /** Texts change with Midtrans' age: one that we do not know leaves it in doubt, no more. */
  private static ProviderEvent refused(Message message, Wanted refund) {
    var why = message.text("status_message").toLowerCase(Locale.ROOT);
    return why.contains("insufficient funds")
        ? new RefundDeclined(refund.operation(), ACQUIRER_BALANCE_SHORT)
        : new Doubtful("code 414");
  }

  /** Errors name neither order nor key; what does name them must name ours. */
  private static boolean isAboutAnother(Message message, Wanted refund) {
    return (message.has("order_id") && !message.orderId().equals(refund.sale().reference()))
        || (message.has("refund_key") && !message.text("refund_key").equals(refund.key()));
  }

  private static ProviderEvent approved(Message message, Wanted refund) {
    var named = message.has("order_id") && message.has("refund_key");
    if (!named || !STATUSES.contains(message.status()))
      return new Doubtful("approval of nothing named");
    if (!Transaction.isSameAmount(message, refund.sale())) {
      return new Doubtful("refund of another transaction's amount");
    }
    return isPlausible(Transaction.money(message.text("refund_amount")), refund)
        ? new RefundApproved(refund.operation(), id(message))
        : new Doubtful("refunded another amount");
  }

  /** This refund alone, or the sum of all so far: the document shows both (8.6). */
  private static boolean isPlausible(@Nullable Money told, Wanted refund) {
    return told != null
        && told.compareTo(refund.amount()) >= 0
        && told.compareTo(refund.sale().amount()) <= 0;
  }

  /** An integer beyond 2^53, so it is taken as it stands (3.13). */
  private static String id(Message message) {
    var id =
        message.body().member("refund_chargeback_id") instanceof Json.Num number
            ? number.literal()
            : message.text("refund_chargeback_id");
    return ID.matcher(id).matches() ? id : "";
  }
}

package tollgate.provider.yookassa;

import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;

import tollgate.json.Json;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.provider.JsonMessage;
import tollgate.provider.OneLine;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * Refunds (B.3). A repeat under the same key hears what the first message heard, so a refund that
 * has an id is asked for by that.
 */
final class ShopRefunds implements Refunds {

  private static final int DESCRIPTION_CHARS_MAX = 250;

  @Override
  public Request send(Wanted refund, Gateway gateway) {
    if (Replies.isId(refund.providersId())) {
      return Yookassa.get("/refunds/" + refund.providersId(), gateway);
    }
    var theirs = refund.sale().providersId();
    if (!Replies.isId(theirs)) throw new IllegalArgumentException("no id of theirs: " + theirs);

    var body =
        Json.object().put("payment_id", theirs).put("amount", Amounts.write(refund.amount()));
    var comment = OneLine.of(refund.comment(), DESCRIPTION_CHARS_MAX, "");
    if (!comment.isEmpty()) body.put("description", comment);
    return Yookassa.post("/refunds", refund.key(), body.build(), gateway);
  }

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    var message = JsonMessage.read(reply.body());
    if (message == null) return new Doubtful("HTTP " + reply.status() + ", no object");

    return reply.status() == 200 ? said(refund, message) : refused(refund, message, reply);
  }

  private static ProviderEvent said(Wanted refund, JsonMessage message) {
    var id = message.text("id");
    var known = refund.providersId();
    if (!Replies.isId(id)
        || !(known.isEmpty() || known.equals(id))
        || !message.text("payment_id").equals(refund.sale().providersId())) {
      return new Doubtful("about another refund");
    }
    if (!refund.amount().equals(Amounts.read(message))) {
      return new Doubtful("refund of another amount");
    }
    return switch (message.text("status")) {
      case "pending" -> new RefundPending(refund.operation(), id);
      case "succeeded" -> new RefundApproved(refund.operation(), id);
      case "canceled" -> new RefundDeclined(refund.operation(), Declines.of(message));
      case String _ -> new Doubtful("refund in an unknown state");
    };
  }

  /**
   * A message under a fresh key is refused only when nothing was made; one whose key is forgotten
   * after a day could be refused after it had succeeded, but by then it has an id to be asked by.
   */
  private static ProviderEvent refused(Wanted refund, JsonMessage error, Reply reply) {
    var isClear =
        reply.status() == 400
            && refund.providersId().isEmpty()
            && Replies.isError(error)
            && error.text("code").equals("invalid_request");
    return isClear
        ? new RefundDeclined(refund.operation(), PROVIDER_VALIDATION_ERROR)
        : new Doubtful("HTTP " + reply.status());
  }
}

package tollgate.provider.paymaster2;

import static tollgate.payment.Code.PROVIDER_DECLINE;
import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;

import tollgate.json.Json;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/** Refunds (2.2, 2.4). PayMaster knows a repeat by its key and answers it as the first time. */
final class InvoiceRefunds implements Refunds {

  /**
   * A repeat of the message would hear for ever what the first one heard; so once the refund has an
   * id, it is asked for by that.
   */
  @Override
  public Request send(Wanted refund, Gateway gateway) {
    if (Told.isId(refund.providersId())) {
      return Paymaster2.get("/refunds/" + refund.providersId(), gateway);
    }
    var theirs = refund.sale().providersId();
    if (!Told.isId(theirs)) throw new IllegalArgumentException("no id of theirs: " + theirs);

    var body =
        Json.object().put("paymentId", theirs).put("amount", InvoiceBody.amount(refund.amount()));
    return Paymaster2.post("/refunds", refund.key(), body.build(), gateway);
  }

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    var told = Told.read(reply.body());
    if (told == null) return new Doubtful("HTTP " + reply.status() + ", no object");

    return Replies.isDone(reply) ? said(told, refund) : refused(told, refund, reply);
  }

  private static ProviderEvent said(Told told, Wanted refund) {
    if (!isOf(told, refund) || !told.idAt("paymentId").equals(refund.sale().providersId())) {
      return new Doubtful("about another refund");
    }
    if (!refund.amount().equals(told.amount())) return new Doubtful("refund of another amount");

    return switch (told.textAt("status")) {
      case "Pending" -> new RefundPending(refund.operation(), told.id());
      case "Success" -> new RefundApproved(refund.operation(), told.id());
      case "Rejected" -> new RefundDeclined(refund.operation(), PROVIDER_DECLINE);
      case String _ -> new Doubtful("refund in an unknown state");
    };
  }

  private static boolean isOf(Told told, Wanted refund) {
    var known = refund.providersId();
    return !told.id().isEmpty() && (known.isEmpty() || known.equals(told.id()));
  }

  /**
   * A message that was wrong in itself was never executed. A wrong state or amount is no refusal: a
   * repeat whose key is forgotten would be answered so after it had succeeded.
   */
  private static ProviderEvent refused(Told told, Wanted refund, Reply reply) {
    return Replies.isRefusal(reply) && told.textAt("code").equals("validation_error")
        ? new RefundDeclined(refund.operation(), PROVIDER_VALIDATION_ERROR)
        : new Doubtful("HTTP " + reply.status());
  }
}

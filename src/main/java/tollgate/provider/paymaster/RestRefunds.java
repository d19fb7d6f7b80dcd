package tollgate.provider.paymaster;

import static tollgate.payment.Code.NOT_AUTHORIZED_TRY_LATER;
import static tollgate.payment.Code.PROVIDER_DECLINE;
import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * Refunds (1.6): an {@code externalID} may repeat, so what is sent twice is given back twice. It is
 * sent once; when its reply is lost, the payment's refunds are listed and ours is looked for.
 */
final class RestRefunds implements OnceOnlyRefunds {

  /**
   * Refusals after which nothing was given. Not among them: an unknown error, a broken network, and
   * a used nonce, which says that the message was there before.
   */
  private static final Map<String, Code> REFUSALS =
      Map.of(
          "-6", NOT_AUTHORIZED_TRY_LATER,
          "-7", NOT_AUTHORIZED_TRY_LATER,
          "-13", PROVIDER_VALIDATION_ERROR,
          "-18", PROVIDER_VALIDATION_ERROR);

  @Override
  public Request send(Wanted refund, Gateway gateway) {
    return new RestCall("refundPayment")
        .with("paymentID", theirs(refund))
        .with("amount", LmiForm.rubles(refund.amount()).decimal())
        .with("externalID", refund.key())
        .request(refund.sale().stamp().nonce(), gateway);
  }

  @Override
  public Optional<Request> ask(Wanted refund, Gateway gateway) {
    return Optional.of(
        new RestCall("listRefunds")
            .with("accountID", "")
            .with("paymentID", theirs(refund))
            .with("periodFrom", "")
            .with("periodTo", "")
            .with("externalID", "")
            .request(refund.sale().stamp().nonce(), gateway));
  }

  private static String theirs(Wanted refund) {
    var id = refund.sale().providersId();
    if (!Replies.isId(id)) throw new IllegalArgumentException("no id of theirs: " + id);
    return id;
  }

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    var body = Replies.object(reply);
    if (body == null) return new Doubtful("HTTP " + reply.status() + ", no object");

    var error = Replies.number(body, "ErrorCode");
    var code = REFUSALS.get(error);
    if (code != null) return new RefundDeclined(refund.operation(), code);
    if (!error.equals("0")) return new Doubtful("error " + error);

    return body.member("Refund") instanceof Json.Obj told
        ? said(told, refund)
        : new Doubtful("no refund");
  }

  @Override
  public ProviderEvent readAsked(Wanted refund, Gateway gateway, Reply reply) {
    var body = Replies.object(reply);
    if (body == null) return new Doubtful("HTTP " + reply.status() + ", no object");

    var error = Replies.number(body, "ErrorCode");
    if (!error.equals("0")) return new Doubtful("error " + error);

    var ours = ours(body, refund);
    return ours.size() == 1
        ? said(ours.getFirst(), refund)
        : new Doubtful(ours.size() + " refunds under this name");
  }

  private static List<Json.Obj> ours(Json.Obj body, Wanted refund) {
    if (!(body.at("Response", "Refunds") instanceof Json.Arr all)) return List.of();

    return all.items().stream()
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast)
        .filter(each -> Replies.text(each, "ExternalID").equals(refund.key()))
        .toList();
  }

  private static ProviderEvent said(Json.Obj told, Wanted refund) {
    var isOurs =
        Replies.text(told, "ExternalID").equals(refund.key())
            && Replies.id(told, "PaymentID").equals(refund.sale().providersId());
    if (!isOurs) return new Doubtful("about another refund");

    Money amount = Notification.money(Replies.number(told, "Amount"), "RUB");
    if (!refund.amount().equals(amount)) return new Doubtful("refund of another amount");

    var id = Replies.id(told, "RefundID");
    return switch (Replies.text(told, "Status")) {
      case "PENDING", "EXECUTING" -> new RefundPending(refund.operation(), id);
      case "SUCCESS" -> new RefundApproved(refund.operation(), id);
      case "FAILURE" -> new RefundDeclined(refund.operation(), PROVIDER_DECLINE);
      case String _ -> new Doubtful("refund in an unknown state");
    };
  }
}

package tollgate.provider.robokassa;

import static tollgate.payment.Code.ACQUIRER_BALANCE_SHORT;
import static tollgate.payment.Code.NOT_SUPPORTED_BY_PROVIDER;
import static tollgate.payment.Code.PROVIDER_DECLINE;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * Refunds (section 8). The message names the payment by a key that only OpStateExt tells, and has
 * none of its own: whatever arrives is executed. Its reply gives an id to ask by; without it nobody
 * can be asked.
 */
final class RobokassaRefunds implements OnceOnlyRefunds {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  @Override
  public Optional<Request> first(Wanted refund, Gateway gateway) {
    return Optional.of(Robokassa.question(refund.sale(), Shop.of(gateway)));
  }

  @Override
  public First readFirst(Wanted refund, Gateway gateway, Reply reply) {
    if (!mayRefund(gateway)) {
      return new First.Says(new RefundDeclined(refund.operation(), NOT_SUPPORTED_BY_PROVIDER));
    }
    var state = StateReply.read(reply);
    return state == null
        ? new First.Says(new Doubtful("HTTP " + reply.status()))
        : state.refundable(refund);
  }

  /** Without password 3 there is no access, and a trial took nothing. */
  private static boolean mayRefund(Gateway gateway) {
    var shop = Shop.of(gateway);
    return shop.password3() != null && !shop.isTrial();
  }

  @Override
  public Request send(Wanted refund, Gateway gateway) {
    if (!refund.amount().currency().equals(Robokassa.RUB) || !refund.amount().isPositive()) {
      throw new IllegalArgumentException("no roubles: " + refund.amount());
    }
    var shop = Shop.of(gateway);
    var payload =
        "{\"OpKey\":"
            + Json.text(refund.given()).encode()
            + ",\"RefundSum\":"
            + refund.amount().decimal()
            + "}";
    var token = Token.of(payload, Objects.requireNonNull(shop.password3(), "no password3"));
    var headers = Map.of("Content-Type", "application/jwt", "Accept", "application/json");
    return new Request("POST", shop.services() + "/RefundService/Refund/Create", headers, token);
  }

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    var body = body(reply);
    if (body == null) return new Doubtful("HTTP " + reply.status());
    if (Json.bool(false).equals(body.member("success"))) return refused(body, refund);

    var id = id(body);
    return Json.bool(true).equals(body.member("success")) && !id.isEmpty()
        ? new RefundPending(refund.operation(), id)
        : new Doubtful("no word about the refund");
  }

  private static ProviderEvent refused(Json.Obj body, Wanted refund) {
    if (!id(body).isEmpty()) return new Doubtful("refused, and taken under an id");

    var why = Objects.requireNonNullElse(body.text("message"), "");
    var code = why.equals("NotEnoughOperationFunds") ? ACQUIRER_BALANCE_SHORT : PROVIDER_DECLINE;
    return new RefundDeclined(refund.operation(), code);
  }

  @Override
  public Optional<Request> ask(Wanted refund, Gateway gateway) {
    var id = refund.providersId();
    if (!ID.matcher(id).matches()) return Optional.empty();

    var url = Shop.of(gateway).services() + "/RefundService/Refund/GetState?id=" + id;
    return Optional.of(new Request("GET", url, Map.of("Accept", "application/json"), ""));
  }

  @Override
  public ProviderEvent readAsked(Wanted refund, Gateway gateway, Reply reply) {
    var body = body(reply);
    if (body == null) return new Doubtful("HTTP " + reply.status());

    var id = id(body);
    if (!id.equals(refund.providersId())) return new Doubtful("about another refund");

    var label = Objects.requireNonNullElse(body.text("label"), "");
    return switch (label) {
      case "finished" ->
          isWhole(body, refund)
              ? new RefundApproved(refund.operation(), id)
              : new Doubtful("refunded another amount");
      case "canceled" -> new RefundDeclined(refund.operation(), PROVIDER_DECLINE);
      case "processing" -> new RefundPending(refund.operation(), id);
      default -> new Doubtful("label " + label.substring(0, Math.min(label.length(), 40)));
    };
  }

  private static boolean isWhole(Json.Obj body, Wanted refund) {
    try {
      return body.member("amount") instanceof Json.Num number
          && Money.parse(number.literal(), Robokassa.RUB).equals(refund.amount());
    } catch (ArithmeticException | NumberFormatException unreadable) {
      return false;
    }
  }

  private static String id(Json.Obj body) {
    var id = Objects.requireNonNullElse(body.text("requestId"), "");
    return ID.matcher(id).matches() ? id : "";
  }

  private static Json.@Nullable Obj body(Reply reply) {
    if (reply.status() != 200) return null;

    try {
      return JsonReader.read(reply.body(), Limits.MESSAGE) instanceof Json.Obj body ? body : null;
    } catch (JsonRefused notJson) {
      return null;
    }
  }
}

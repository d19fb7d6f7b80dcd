package tollgate.provider.yookassa;

import static tollgate.payment.Code.INVALID_PROVIDER_REQUEST;
import static tollgate.payment.Code.NOT_AUTHORIZED_TRY_LATER;
import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;
import static tollgate.provider.Provider.Call.START;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.RedirectData;
import tollgate.provider.JsonMessage;
import tollgate.provider.Order;
import tollgate.provider.Provider.Call;
import tollgate.provider.Reply;
import tollgate.tenant.Gateway;

/**
 * What a reply to one of our calls says (B.1, B.2, B.5). 202 and 500 leave it open: the same
 * message goes out again under the same key.
 */
final class Replies {

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,50}");
  private static final Pattern PAGE = Pattern.compile("https?://[!-~]{1,2000}");

  /** Errors that refuse a payment before there is one. */
  private static final Map<String, Code> REFUSALS =
      Map.of(
          "invalid_request", PROVIDER_VALIDATION_ERROR,
          "invalid_credentials", NOT_AUTHORIZED_TRY_LATER,
          "forbidden", INVALID_PROVIDER_REQUEST);

  private Replies() {}

  /** It becomes part of a path, so no other character may be in. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  static ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    var message = JsonMessage.read(reply.body());
    if (message == null) return new Doubtful("HTTP " + reply.status() + ", no object");
    if (reply.status() != 200) return refused(call, message, reply);

    var theirs = order.providersId();
    var isOurs =
        isId(message.text("id"))
            && (theirs.isEmpty() || message.text("id").equals(theirs))
            && message.text("metadata", "reference").equals(order.reference());
    if (!isOurs) return new Doubtful("about another payment");
    if (isTest(message) && !hasTestKey(gateway)) return new Doubtful("a test payment");
    return payment(order, message);
  }

  private static boolean isTest(JsonMessage payment) {
    return Json.bool(true).equals(payment.body().member("test"));
  }

  private static boolean hasTestKey(Gateway gateway) {
    return gateway.key(Yookassa.SECRET_KEY).reveal().startsWith("test_");
  }

  /** Only to the making of a payment does an error say no, and not when the key was used before. */
  private static ProviderEvent refused(Call call, JsonMessage error, Reply reply) {
    var isError = reply.status() >= 400 && reply.status() < 500 && isError(error);
    var refusal = isError && call == START ? REFUSALS.get(error.text("code")) : null;
    return refusal == null ? new Doubtful("HTTP " + reply.status()) : new SaleDeclined(refusal, "");
  }

  /** One that is clear: not that the key belongs to another message, whose fate is not told. */
  static boolean isError(JsonMessage error) {
    var words = error.text("description") + error.text("parameter");
    return error.text("type").equals("error")
        && !words.toLowerCase(Locale.ROOT).contains("idempotence");
  }

  private static ProviderEvent payment(Order order, JsonMessage payment) {
    var amount = Amounts.read(payment);
    var id = payment.text("id");
    if (amount == null) return new Doubtful("payment of an unreadable amount");

    return switch (payment.text("status")) {
      case "pending" -> pending(order, payment, amount);
      case "waiting_for_capture" -> new SalePending(id);
      case "succeeded" -> new SaleApproved(amount, id);
      case "canceled" -> new SaleDeclined(Declines.of(payment), id);
      case String _ -> new Doubtful("payment in an unknown state");
    };
  }

  private static ProviderEvent pending(Order order, JsonMessage payment, Money amount) {
    if (!amount.equals(order.amount())) return new Doubtful("created with another amount");

    var page = payment.text("confirmation", "confirmation_url");
    return PAGE.matcher(page).matches()
        ? new CustomerRedirected(RedirectData.get(page), payment.text("id"))
        : new SalePending(payment.text("id"));
  }
}

package tollgate.provider.paymaster;

import static tollgate.payment.Code.CANCELLED;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Order;
import tollgate.provider.Reply;
import tollgate.tenant.Gateway;

/** What a REST reply says of a payment (1.6, 1.7). HTTP says 200 whatever happened. */
final class Replies {

  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
  private static final int WORD_CHARS_MAX = 40;

  private Replies() {}

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  static ProviderEvent read(Order order, Gateway gateway, Reply reply) {
    var body = object(reply);
    if (body == null) return new Doubtful("HTTP " + reply.status() + ", no object");

    // Not found, too: the customer has not brought the form yet, not that they never will.
    var code = number(body, "ErrorCode");
    if (!code.equals("0")) return new Doubtful("error " + code);

    return body.member("Payment") instanceof Json.Obj payment
        ? event(payment, order, gateway)
        : new Doubtful("no payment");
  }

  static Json.@Nullable Obj object(Reply reply) {
    if (reply.status() != 200) return null;

    try {
      var json = JsonReader.read(reply.body(), Limits.MESSAGE);
      return json instanceof Json.Obj body ? body : null;
    } catch (JsonRefused notJson) {
      return null;
    }
  }

  /** The digits of that member; empty where there is none, or something else in its place. */
  static String number(Json.Obj body, String name) {
    return body.member(name) instanceof Json.Num number ? number.literal() : "";
  }

  static String text(Json.Obj body, String name) {
    return body.member(name) instanceof Json.Str found ? found.text() : "";
  }

  static String id(Json.Obj body, String name) {
    var id = number(body, name);
    return isId(id) ? id : "";
  }

  private static ProviderEvent event(Json.Obj payment, Order order, Gateway gateway) {
    var isOurs =
        text(payment, "SiteInvoiceID").equals(order.reference())
            && text(payment, "SiteID").equals(gateway.field(Paymaster.MERCHANT_ID));
    if (!isOurs) return new Doubtful("about another payment");

    var id = id(payment, "PaymentID");
    return switch (text(payment, "State")) {
      case "INITIATED", "PROCESSING" -> new SalePending(id);
      case "COMPLETE" -> complete(payment, id, gateway);
      case "CANCELLED" -> new SaleDeclined(CANCELLED, id);
      case String other -> new Doubtful("state " + shortened(other));
    };
  }

  private static ProviderEvent complete(Json.Obj payment, String id, Gateway gateway) {
    var isTest = payment.member("IsTestPayment") instanceof Json.Bool told && told.value();
    if (isTest && !Paymaster.isTest(gateway)) {
      return new Doubtful("no money: a simulated payment");
    }
    Money paid = Notification.money(number(payment, "Amount"), text(payment, "CurrencyCode"));
    return paid == null
        ? new Doubtful("complete with an unreadable amount")
        : new SaleApproved(paid, id);
  }

  private static String shortened(String word) {
    return word.length() > WORD_CHARS_MAX ? word.substring(0, WORD_CHARS_MAX) : word;
  }
}

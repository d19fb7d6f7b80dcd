package tollgate.provider.qiwi;

import static tollgate.payment.Code.CANCELLED;
import static tollgate.payment.Code.CUSTOMER_CANCELLED;
import static tollgate.payment.Code.INVALID_PROVIDER_REQUEST;
import static tollgate.payment.Code.NOT_AUTHORIZED_TRY_LATER;
import static tollgate.payment.Code.PROVIDER_TIME_OUT;
import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;
import static tollgate.provider.Provider.Call.CANCEL;
import static tollgate.provider.Provider.Call.START;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.RedirectData;
import tollgate.provider.JsonMessage;
import tollgate.provider.Order;
import tollgate.provider.Provider.Call;
import tollgate.provider.Reply;
import tollgate.tenant.Gateway;

/** What a reply to one of our calls says: a bill, or an error by its code (sections 3, 4, 6). */
final class Replies {

  private static final Pattern PAY_URL = Pattern.compile("https?://[!-~]{1,2000}");
  private static final Pattern FORM_ID = Pattern.compile(".*[?&]invoice_uid=([0-9A-Za-z-]{1,64})");

  private static final String NOT_FOUND = "api.invoice.not.found";

  /** Errors that refuse a bill before there is one. */
  private static final Map<String, Code> REFUSALS =
      Map.of(
          "validation.error", PROVIDER_VALIDATION_ERROR,
          "http.message.conversion.failed", INVALID_PROVIDER_REQUEST,
          "auth.unauthorized", NOT_AUTHORIZED_TRY_LATER);

  private Replies() {}

  static ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    var message = JsonMessage.read(reply.body());
    if (message == null) return new Doubtful("HTTP " + reply.status() + ", no object");
    if (message.has("errorCode")) return refused(call, message.text("errorCode"), reply);
    if (reply.status() != 200) return new Doubtful("HTTP " + reply.status());

    return message.text("billId").equals(order.reference()) && isOurs(message, gateway)
        ? bill(call, order, message)
        : new Doubtful("about another bill");
  }

  /** A gateway that knows its own site takes no word about another. */
  static boolean isOurs(JsonMessage bill, Gateway gateway) {
    var site = gateway.fields().getOrDefault(Qiwi.SITE_ID, "");
    return site.isEmpty() || bill.text("siteId").equals(site);
  }

  /** Nothing there to act on: only to the making of a bill does an error say no. */
  private static ProviderEvent refused(Call call, String code, Reply reply) {
    var isClear = reply.status() >= 400 && reply.status() < 500;
    // What QIWI does not know when the limit is over, no customer was ever sent to.
    if (isClear && call == CANCEL && code.equals(NOT_FOUND)) return new SaleDeclined(CANCELLED, "");

    var refusal = isClear && call == START ? REFUSALS.get(code) : null;
    return refusal == null
        ? new Doubtful("HTTP " + reply.status() + ", " + shortened(code))
        : new SaleDeclined(refusal, "");
  }

  private static ProviderEvent bill(Call call, Order order, JsonMessage bill) {
    var amount = Amounts.read(bill);
    if (amount == null) return new Doubtful("bill of an unreadable amount");

    return switch (bill.text("status", "value")) {
      case "WAITING" -> waiting(order, bill, amount);
      case "PAID" -> new SaleApproved(amount, id(bill));
      // Whoever rejects in answer to our own call is we.
      case "REJECTED" ->
          new SaleDeclined(call == CANCEL ? CANCELLED : CUSTOMER_CANCELLED, id(bill));
      case "EXPIRED" -> new SaleDeclined(PROVIDER_TIME_OUT, id(bill));
      case String other -> new Doubtful("status " + shortened(other));
    };
  }

  /**
   * The form, to which the customer goes even when its address comes only in answer to a question,
   * after the first answer got lost.
   */
  private static ProviderEvent waiting(Order order, JsonMessage bill, Money amount) {
    if (!amount.equals(order.amount())) return new Doubtful("billed another amount");

    var form = bill.text("payUrl");
    if (!PAY_URL.matcher(form).matches()) return new Doubtful("a bill without a form");

    var back = URLEncoder.encode(order.returnUrl(), StandardCharsets.UTF_8);
    var to = form + (form.contains("?") ? "&" : "?") + "successUrl=" + back;
    return new CustomerRedirected(RedirectData.get(to), id(bill));
  }

  /** QIWI's own name of the bill stands only in the address of its form. */
  private static String id(JsonMessage bill) {
    var matcher = FORM_ID.matcher(bill.text("payUrl"));
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static String shortened(String word) {
    return word.length() > 40 ? word.substring(0, 40) : word;
  }
}

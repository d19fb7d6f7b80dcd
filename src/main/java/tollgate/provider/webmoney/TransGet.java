package tollgate.provider.webmoney;

import java.util.Map;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Order;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.Xml;
import tollgate.signing.Digest;

/** The question what became of a payment: interface X18 (section 8). */
final class TransGet {

  private static final String PAID = "0";
  private static final String NOT_PAID = "7";
  private static final int WORDS_CHARS_MAX = 20;

  private TransGet() {}

  static Request of(Order order, Settings settings) {
    var number = PayForm.number(order);
    var text = settings.wmid() + settings.purse() + number + settings.secret();
    var asked =
        tag("wmid", settings.wmid())
            + tag("lmi_payee_purse", settings.purse())
            + tag("lmi_payment_no", number)
            + tag("lmi_payment_no_type", "1")
            + tag("sign", "")
            + tag("md5", "")
            + tag("sha256", Digest.SHA256.hex(text))
            + tag("secret_key", "");
    var body = tag("merchant.request", asked);
    return new Request("POST", settings.base() + "/conf/xml/XMLTransGet.asp", headers(), body);
  }

  /** All that we write is ASCII, and nothing in it has to be escaped. */
  static String tag(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  static Map<String, String> headers() {
    return Map.of("Content-Type", "text/xml; charset=windows-1251");
  }

  /** "Not paid" is all that it knows of what may be paid yet: no end, only the limit is one. */
  static ProviderEvent read(Order order, Settings settings, Reply reply) {
    var xml = reply.status() == 200 ? Xml.read(reply.body()) : null;
    if (xml == null || !xml.name().equals("merchant.response")) {
      return new Doubtful("HTTP " + reply.status() + ", no answer of X18");
    }
    return switch (xml.text("retval")) {
      case PAID -> paid(xml, settings);
      case NOT_PAID -> new SalePending(order.providersId());
      case String other -> new Doubtful("retval " + shortened(other));
    };
  }

  private static ProviderEvent paid(Xml xml, Settings settings) {
    var operation = xml.child("operation");
    var amount = operation == null ? null : Told.money(operation.text("amount"), settings);
    if (operation == null || amount == null) return new Doubtful("paid an unreadable amount");

    var id = Told.id(operation.attributes().getOrDefault("wmtransid", ""));
    return new SaleApproved(amount, id, Payers.of(operation));
  }

  static String shortened(String word) {
    return word.substring(0, Math.min(word.length(), WORDS_CHARS_MAX));
  }
}

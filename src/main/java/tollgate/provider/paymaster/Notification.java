package tollgate.provider.paymaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.provider.SignedText.part;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Addressee;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.Form;
import tollgate.provider.NamedKey;
import tollgate.provider.Proof;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.provider.Reference;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.provider.SignedText.Part;
import tollgate.tenant.Gateway;

/**
 * What PayMaster posts: the unsigned inquiry before it takes the money (1.2), and the signed
 * notification that it did (1.3, 1.4).
 */
final class Notification {

  /** In this order; a missing field is an empty slot. */
  private static final List<String> HASHED =
      List.of(
          "LMI_MERCHANT_ID",
          "LMI_PAYMENT_NO",
          "LMI_SYS_PAYMENT_ID",
          "LMI_SYS_PAYMENT_DATE",
          "LMI_PAYMENT_AMOUNT",
          "LMI_CURRENCY",
          "LMI_PAID_AMOUNT",
          "LMI_PAID_CURRENCY",
          "LMI_PAYMENT_SYSTEM",
          "LMI_SIM_MODE");

  /** The ruble by its ISO number. */
  private static final String RUB_NUMBER = "643";

  private Notification() {}

  static Reading open(Callback callback, Gateway gateway) {
    var form = Form.read(callback.form(), UTF_8);
    if (form == null) return new Malformed("no form");
    if (!merchant(form, gateway).holds()) return new Forged("merchant");
    if (form.value("LMI_PREREQUEST").equals("1")) return inquiry(form);
    if (isUnknownShape(form)) return new Nothing("neither an inquiry nor a notification");

    return proof(form, gateway).holds() ? notification(form, gateway) : new Forged("hash");
  }

  /** The text of 2014 hints at news of a status, whose fields nobody has written down (1.3). */
  private static boolean isUnknownShape(Form form) {
    return form.value("LMI_HASH").isEmpty() && form.value("LMI_SYS_PAYMENT_ID").isEmpty();
  }

  static Evidence evidence(Callback callback, Gateway gateway) {
    var form = Form.read(callback.form(), UTF_8);
    if (form == null) return Evidence.unreadable(Form.whyNot(callback.form(), UTF_8));

    var number = form.value("LMI_PAYMENT_NO");
    var claims = new Claims(number, form.value("LMI_PAYMENT_AMOUNT"), currency(form), "");
    var isInquiry = form.value("LMI_PREREQUEST").equals("1");
    var evidence =
        isInquiry || isUnknownShape(form)
            ? Evidence.unsigned(claims)
            : Evidence.of(claims, proof(form, gateway));
    return evidence.about(merchant(form, gateway));
  }

  private static Addressee merchant(Form form, Gateway gateway) {
    var site = gateway.field(Paymaster.MERCHANT_ID);
    return new Addressee("LMI_MERCHANT_ID", form.value("LMI_MERCHANT_ID"), site);
  }

  /** Over the texts as they came. A plus that was sent raw is a space by now, and stays one. */
  private static Proof proof(Form form, Gateway gateway) {
    var parts = new ArrayList<Part>(HASHED.size() + 1);
    for (var name : HASHED) parts.add(part(name, form.value(name)));
    parts.add(SignedText.KEY);
    return new Proof(
        "LMI_HASH",
        Scheme.of(algorithm(gateway), Writing.BASE64),
        new SignedText(";", parts),
        NamedKey.of(gateway, Paymaster.SECRET),
        form.value("LMI_HASH"));
  }

  /** {@link IllegalStateException} for a site that is set to none of them. */
  private static Algorithm algorithm(Gateway gateway) {
    return switch (gateway.fields().getOrDefault(Paymaster.HASH, "sha256")) {
      case "md5" -> Algorithm.MD5;
      case "sha1" -> Algorithm.SHA1;
      case "sha256" -> Algorithm.SHA256;
      case String other -> throw new IllegalStateException("no such hash: " + other);
    };
  }

  private static Reading inquiry(Form form) {
    var payment = Reference.read(form.value("LMI_PAYMENT_NO"));
    if (payment.isEmpty()) return new Malformed("no reference of ours");

    var amount = amount(form);
    return amount == null ? new Malformed("amount") : new Inquiry(payment.get(), amount);
  }

  private static Reading notification(Form form, Gateway gateway) {
    var payment = Reference.read(form.value("LMI_PAYMENT_NO"));
    if (payment.isEmpty()) return new Malformed("no reference of ours");

    var amount = amount(form);
    if (amount == null) return new Malformed("amount");
    return genuine(payment.get(), paid(form, amount, gateway));
  }

  private static Reading genuine(Payment.Id payment, ProviderEvent event) {
    return new Genuine(payment, event);
  }

  /** A live site never says that it simulates. */
  private static ProviderEvent paid(Form form, Money amount, Gateway gateway) {
    if (!form.value("LMI_SIM_MODE").isEmpty() && !Paymaster.isTest(gateway)) {
      return new Doubtful("no money: a simulated payment");
    }
    var id = form.value("LMI_SYS_PAYMENT_ID");
    return new SaleApproved(amount, Replies.isId(id) ? id : "");
  }

  /** What we asked for; what the payer paid may be more, and is theirs to know (part 3). */
  private static @Nullable Money amount(Form form) {
    return money(form.value("LMI_PAYMENT_AMOUNT"), currency(form));
  }

  private static String currency(Form form) {
    var currency = form.value("LMI_CURRENCY");
    return currency.equals(RUB_NUMBER) ? "RUB" : currency;
  }

  /** Null for what is no amount; decimals beyond the second must be zeros. */
  static @Nullable Money money(String decimal, String currency) {
    try {
      return Money.parse(decimal, Currency.getInstance(currency));
    } catch (ArithmeticException | IllegalArgumentException unreadable) {
      return null;
    }
  }
}

package tollgate.provider.yoomoney;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.Form;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.tenant.Gateway;

/** A notification (A.2), and what it says by the rules of A.5. */
final class Notification {

  /** Roubles, by the number of ISO 4217. */
  private static final String ROUBLES = "643";

  private static final String CARD = "card-incoming";
  private static final String OPERATION_ID = "operation_id";
  private static final String NO_OPERATION = "no operation of a kind we know";
  private static final Pattern TYPE = Pattern.compile("p2p-incoming|card-incoming");
  private static final Pattern OPERATION = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private Notification() {}

  static Reading open(byte[] body, Gateway gateway) {
    var form = Form.read(body, UTF_8);
    if (form == null) return new Malformed("no form");

    var signature = Signature.of(form, gateway);
    if (signature == Signature.NONE) return new Forged("signature");

    // The button for trials sends no label: with one, the word for a trial proves nothing.
    if (form.value("label").isEmpty() && isTrue(form, "test_notification")) {
      return new Nothing("a test notification");
    }
    return Label.read(form.value("label"), gateway)
        .map(label -> read(form, signature, label, gateway))
        .orElseGet(() -> new Malformed("money without a label of ours"));
  }

  static Evidence evidence(byte[] body, Gateway gateway) {
    var form = Form.read(body, UTF_8);
    if (form == null) return Evidence.unreadable(Form.whyNot(body, UTF_8));

    // What came in is less than was agreed by their commission: only what was paid compares.
    var paid = form.value("withdraw_amount");
    var currency = form.value("currency");
    var claims =
        new Claims(
            Label.claimed(form.value("label")),
            paid,
            currency.equals(ROUBLES) ? Yoomoney.RUB.getCurrencyCode() : currency,
            form.value("notification_type"));
    return Evidence.of(claims, Signature.explained(form, gateway));
  }

  /**
   * Only what is signed moves money. The older signature leaves out whether it is ours yet, and
   * that alone tells money from a promise: who can ask, asks; nobody else believes it.
   */
  private static Reading read(Form form, Signature signature, Label label, Gateway gateway) {
    if (signature == Signature.HMAC) {
      return new Genuine(label.payment(), event(form, label, gateway));
    }
    return gateway.keys().containsKey(Yoomoney.OAUTH_TOKEN)
        ? new Doorbell(label.payment(), operation(form))
        : new Genuine(label.payment(), seen(form));
  }

  /** Something is on its way, by an operation that a person can look up. */
  private static ProviderEvent seen(Form form) {
    return isOperation(form)
        ? new SalePending(form.value(OPERATION_ID))
        : new Doubtful(NO_OPERATION);
  }

  private static boolean isOperation(Form form) {
    return TYPE.matcher(form.value("notification_type")).matches() && !operation(form).isEmpty();
  }

  /** Empty for what is no id. */
  private static String operation(Form form) {
    var id = form.value(OPERATION_ID);
    return OPERATION.matcher(id).matches() ? id : "";
  }

  private static ProviderEvent event(Form form, Label label, Gateway gateway) {
    if (!isOperation(form)) return new Doubtful(NO_OPERATION);

    var id = form.value(OPERATION_ID);
    if (isTrue(form, "codepro") || isTrue(form, "unaccepted")) return new SalePending(id);

    var received = amount(form, "amount");
    if (received == null || !form.value("currency").equals(ROUBLES)) {
      return new Doubtful("money of an unreadable amount");
    }
    return new SaleApproved(
        isWhole(form, received, label, gateway) ? label.agreed() : other(form, received, label),
        id);
  }

  private static boolean isWhole(Form form, Money received, Label label, Gateway gateway) {
    var isByCard = form.value("notification_type").equals(CARD);
    return form.value("withdraw_amount").isEmpty()
        ? Commission.isOf(label.agreed(), received, isByCard, gateway)
        : isPaid(form, received, label);
  }

  /** What the payer paid is known. */
  private static boolean isPaid(Form form, Money received, Label label) {
    var paid = amount(form, "withdraw_amount");
    return label.agreed().equals(paid) && received.compareTo(label.agreed()) <= 0;
  }

  /**
   * Not what was agreed, and so told as what it is: what came in, or else, where just as much came
   * in as was agreed but more was paid, what was paid.
   */
  private static Money other(Form form, Money received, Label label) {
    if (!received.equals(label.agreed())) return received;

    var paid = amount(form, "withdraw_amount");
    return paid == null ? received : paid;
  }

  private static boolean isTrue(Form form, String name) {
    return form.value(name).equals("true");
  }

  /** Null for what is no amount. */
  private static @Nullable Money amount(Form form, String name) {
    try {
      return Money.parse(form.value(name), Yoomoney.RUB);
    } catch (ArithmeticException | NumberFormatException unreadable) {
      return null;
    }
  }
}

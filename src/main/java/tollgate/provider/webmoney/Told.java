package tollgate.provider.webmoney;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Addressee;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.Form;
import tollgate.provider.Proof;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;

/**
 * What comes to the Result URL (sections 4 and 5). Only the notification is signed: the question
 * before it keeps nothing, the news of a failure only make us ask.
 */
final class Told {

  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?");
  private static final Pattern ID = Pattern.compile("[0-9]{1,20}");
  private static final Pattern ZERO = Pattern.compile("0*");

  private Told() {}

  static Reading open(Callback callback, Settings settings) {
    if (callback.form().length == 0) return new Nothing("a call without parameters");

    var form = read(callback);
    if (form == null) return new Malformed("no form");
    if (form.value("LMI_PREREQUEST").equals("1")) return inquiry(form, settings);
    if (form.value("LMI_FAILREQUEST").equals("1")) return failure(form, settings);

    return notification(form, settings);
  }

  static Evidence evidence(Callback callback, Settings settings) {
    var form = read(callback);
    if (form == null) return Evidence.unreadable(Form.whyNot(callback.form(), ISO_8859_1));

    var currency = settings.unit().currency().getCurrencyCode();
    var amount = form.value("LMI_PAYMENT_AMOUNT");
    var claims = new Claims(Mark.claimed(form), amount, amount.isEmpty() ? "" : currency, "");
    if (form.value("LMI_PREREQUEST").equals("1")) {
      return Evidence.unsigned(claims).about(purse(form, settings), mode(form, settings));
    }
    if (form.value("LMI_FAILREQUEST").equals("1")) return Evidence.unsigned(claims);

    return Evidence.of(claims, ControlHash.proofs(form, settings).toArray(Proof[]::new))
        .about(purse(form, settings), mode(form, settings));
  }

  /**
   * Every byte is a character, whatever charset the shop has: all that counts is ASCII, and a
   * description in another charset must not cost a payment.
   */
  static @Nullable Form read(Callback callback) {
    return Form.read(callback.form(), ISO_8859_1);
  }

  private static Reading inquiry(Form form, Settings settings) {
    if (!isOfPurse(form, settings)) return new Malformed("inquiry for another purse or mode");

    var amount = money(form.value("LMI_PAYMENT_AMOUNT"), settings);
    if (amount == null) return new Malformed("inquiry of no amount");

    return about(form, settings, id -> new Inquiry(id, amount));
  }

  /** Unsigned, and the payee's purse may be missing from it. */
  private static Reading failure(Form form, Settings settings) {
    var purse = form.value("LMI_PAYEE_PURSE");
    return purse.isEmpty() || purse.equals(settings.purse())
        ? about(form, settings, Doorbell::new)
        : new Malformed("failure of another purse");
  }

  private static Reading notification(Form form, Settings settings) {
    if (!ControlHash.holds(form, settings)) return new Forged("hash");
    if (!isOfPurse(form, settings)) return new Forged("another purse or mode");

    return about(form, settings, id -> new Genuine(id, event(form, settings)));
  }

  private static boolean isOfPurse(Form form, Settings settings) {
    return purse(form, settings).holds() && mode(form, settings).holds();
  }

  private static Addressee purse(Form form, Settings settings) {
    return new Addressee("LMI_PAYEE_PURSE", form.value("LMI_PAYEE_PURSE"), settings.purse());
  }

  private static Addressee mode(Form form, Settings settings) {
    return new Addressee("LMI_MODE", form.value("LMI_MODE"), settings.mode());
  }

  private static Reading about(
      Form form, Settings settings, Function<Payment.Id, Reading> reading) {
    return Mark.read(form, settings)
        .map(reading)
        .orElseGet(() -> new Malformed("no reference of ours"));
  }

  /** Money on hold is not ours yet, and goes back by itself when the hold ends. */
  private static ProviderEvent event(Form form, Settings settings) {
    var id = id(form.value("LMI_SYS_TRANS_NO"));
    if (!ZERO.matcher(form.value("LMI_HOLD")).matches()) return new SalePending(id);

    var amount = money(form.value("LMI_PAYMENT_AMOUNT"), settings);
    return amount == null
        ? new Doubtful("success of an unreadable amount")
        : new SaleApproved(amount, id, Payers.of(form));
  }

  /** Null for what is not written as an amount must be (section 11). */
  static @Nullable Money money(String text, Settings settings) {
    return AMOUNT.matcher(text).matches() ? Money.parse(text, settings.unit().currency()) : null;
  }

  /** A transfer's number; empty when it is none. */
  static String id(String text) {
    return ID.matcher(text).matches() ? text : "";
  }
}

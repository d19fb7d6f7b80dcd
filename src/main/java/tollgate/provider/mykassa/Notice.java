package tollgate.provider.mykassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Callback;
import tollgate.provider.Form;
import tollgate.provider.Provider.Came;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.provider.Reference;
import tollgate.signing.Digest;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;

/**
 * A notification (section 2): only success is ever told. The second word signs shop, amount and
 * order; currency and the provider's own number are not signed and prove nothing (section 3).
 */
record Notice(Form form) {

  private static final String TRIAL = "TEST_NOTICE";
  private static final Pattern SIGN = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,8})?");
  private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  static Reading open(Callback callback, Gateway gateway) {
    var form = Form.read(callback.form(), UTF_8);
    if (form == null) return new Malformed("no form");

    var notice = new Notice(form);
    if (!notice.isSignedFor(gateway)) return new Forged("signature");

    var operation = form.value(Flavour.of(gateway).operation());
    if (operation.equals(TRIAL)) return new Nothing("a trial from the cabinet");

    return notice.paid(OPERATION.matcher(operation).matches() ? operation : "");
  }

  /** A colon within a field would move what is signed into its neighbour. */
  private boolean isSignedFor(Gateway gateway) {
    var shop = form.value("MERCHANT_ID");
    var amount = form.value("AMOUNT");
    var order = form.value("MERCHANT_ORDER_ID");
    var given = form.value("SIGN");
    if (!SIGN.matcher(given).matches() || (shop + amount + order).contains(":")) return false;

    var word = gateway.key(MyKassa.WORD_2).reveal();
    var expected = Digest.MD5.hex(shop + ":" + amount + ":" + word + ":" + order);
    return Hmac.sameInConstantTime(expected, given.toLowerCase(Locale.ROOT))
        && shop.equals(gateway.field(MyKassa.SHOP));
  }

  private Reading paid(String operation) {
    var payment = Reference.read(form.value("MERCHANT_ORDER_ID"));
    var amount = form.value("AMOUNT");
    if (payment.isEmpty()) return new Malformed("no reference of ours");
    if (!AMOUNT.matcher(amount).matches()) return new Malformed("no amount");

    try {
      var paid = Money.parse(amount, MyKassa.RUB);
      return new Genuine(payment.get(), new SaleApproved(paid, operation));
    } catch (ArithmeticException parts) {
      return new Malformed("parts of a kopeck");
    }
  }

  /** The pages of success and failure are unsigned and only show (section 7). */
  static Optional<Came> returned(Callback callback) {
    var form = Form.read(callback.form(), UTF_8);
    if (form == null) return Optional.empty();

    var token = form.value(MyKassa.TOKEN);
    return Reference.read(form.value("MERCHANT_ORDER_ID")).map(id -> new Came(id, token));
  }
}

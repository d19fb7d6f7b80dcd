package tollgate.provider.mykassa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.provider.SignedText.part;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Addressee;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.Form;
import tollgate.provider.NamedKey;
import tollgate.provider.Proof;
import tollgate.provider.Provider.Came;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.provider.Reference;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.tenant.Gateway;

/**
 * A notification (section 2): only success is ever told. The second word signs shop, amount and
 * order; currency and the provider's own number are not signed and prove nothing (section 3).
 */
record Notice(Form form) {

  private static final String TRIAL = "TEST_NOTICE";
  private static final String SHOP = "MERCHANT_ID";
  private static final String AMOUNT = "AMOUNT";
  private static final String ORDER = "MERCHANT_ORDER_ID";
  private static final String SIGN = "SIGN";
  private static final Scheme SCHEME = Scheme.of(Algorithm.MD5, Writing.ANY_HEX);
  private static final Pattern SUM = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,8})?");
  private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  static Reading open(Callback callback, Gateway gateway) {
    var form = Form.read(callback.form(), UTF_8);
    if (form == null) return new Malformed("no form");

    var notice = new Notice(form);
    if (notice.isSlippery()) return new Forged("a colon in what is signed");
    if (!notice.isSignedFor(gateway)) return new Forged("signature");

    var operation = form.value(Flavour.of(gateway).operation());
    if (operation.equals(TRIAL)) return new Nothing("a trial from the cabinet");

    return notice.paid(OPERATION.matcher(operation).matches() ? operation : "");
  }

  /** A colon within a field would move what is signed into its neighbour. */
  private boolean isSlippery() {
    return Stream.of(SHOP, AMOUNT, ORDER).anyMatch(name -> form.value(name).contains(":"));
  }

  private boolean isSignedFor(Gateway gateway) {
    return proof(gateway).holds() && shop(gateway).holds();
  }

  private Proof proof(Gateway gateway) {
    var text =
        new SignedText(
            ":",
            List.of(
                part(SHOP, form.value(SHOP)),
                part(AMOUNT, form.value(AMOUNT)),
                SignedText.KEY,
                part(ORDER, form.value(ORDER))));
    return new Proof(SIGN, SCHEME, text, NamedKey.of(gateway, MyKassa.WORD_2), form.value(SIGN));
  }

  private Addressee shop(Gateway gateway) {
    return new Addressee(SHOP, form.value(SHOP), gateway.field(MyKassa.SHOP));
  }

  static Evidence evidence(Callback callback, Gateway gateway) {
    var form = Form.read(callback.form(), UTF_8);
    if (form == null) return Evidence.unreadable(Form.whyNot(callback.form(), UTF_8));

    var notice = new Notice(form);
    var amount = form.value(AMOUNT);
    var currency = amount.isEmpty() ? "" : MyKassa.RUB.getCurrencyCode();
    var claims = new Claims(form.value(ORDER), amount, currency, "");
    return Evidence.of(claims, notice.proof(gateway)).about(notice.shop(gateway));
  }

  private Reading paid(String operation) {
    var payment = Reference.read(form.value(ORDER));
    var amount = form.value(AMOUNT);
    if (payment.isEmpty()) return new Malformed("no reference of ours");
    if (!SUM.matcher(amount).matches()) return new Malformed("no amount");

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
    return Reference.read(form.value(ORDER)).map(id -> new Came(id, token));
  }
}

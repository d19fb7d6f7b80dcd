package tollgate.provider.robokassa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.provider.SignedText.part;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.Form;
import tollgate.provider.NamedKey;
import tollgate.provider.Proof;
import tollgate.provider.Provider.Came;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reference;

/**
 * What comes back from the payment page: ResultURL from the server, SuccessURL and FailURL by the
 * customer's browser (sections 4 and 5). Signed texts are hashed as they came: the sum may have two
 * decimals or six.
 */
record Notice(Form form) {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");

  static @Nullable Notice read(Callback callback) {
    var form = Form.read(callback.form(), UTF_8);
    return form == null ? null : new Notice(form);
  }

  /** Only success is ever told, so what is genuine is one. */
  static Reading open(Callback callback, Shop shop) {
    var notice = read(callback);
    if (notice == null) return new Malformed("no form");
    if (!notice.proof(shop, Shop.PASSWORD_2).holds()) return new Forged("signature");
    if (!shop.isTrial() && notice.form.value("IsTest").equals("1")) {
      return new Forged("a trial payment of a live shop");
    }
    var payment = notice.payment();
    return payment.isEmpty()
        ? new Malformed("no reference of ours")
        : new Genuine(payment.get(), notice.paid());
  }

  /** The success page is signed by password 1, the failure page is not; neither moves money. */
  static Optional<Came> returned(Callback callback, Shop shop) {
    var notice = read(callback);
    if (notice == null) return Optional.empty();

    var isSuccess = !notice.form.value(Signature.FIELD).isEmpty();
    if (isSuccess && !notice.proof(shop, Shop.PASSWORD_1).holds()) return Optional.empty();

    var token = notice.form.value(PayForm.TOKEN);
    return notice.payment().map(payment -> new Came(payment, token));
  }

  static Evidence evidence(Callback callback, Shop shop) {
    var notice = read(callback);
    if (notice == null) return Evidence.unreadable(Form.whyNot(callback.form(), UTF_8));

    var sum = notice.form.value("OutSum");
    var currency = sum.isEmpty() ? "" : Robokassa.RUB.getCurrencyCode();
    var claims = new Claims(notice.form.value(PayForm.ORDER), sum, currency, "");
    return Evidence.of(claims, notice.proof(shop, Shop.PASSWORD_2));
  }

  private Proof proof(Shop shop, String password) {
    var fields = List.of(part("OutSum", form.value("OutSum")), part("InvId", number()));
    return new Proof(
        Signature.FIELD,
        Signature.scheme(shop),
        Signature.text(fields, Signature.own(form.fields())),
        NamedKey.of(shop.gateway(), password),
        form.value(Signature.FIELD));
  }

  String number() {
    return form.value("InvId");
  }

  /** Both names that it has there must be of one payment. */
  private Optional<Payment.Id> payment() {
    if (!NUMBER.matcher(number()).matches()) return Optional.empty();

    return Reference.read(form.value(PayForm.ORDER))
        .filter(id -> Long.toString(id.operation()).equals(number()));
  }

  private ProviderEvent paid() {
    try {
      return new SaleApproved(Money.parse(form.value("OutSum"), Robokassa.RUB), "");
    } catch (ArithmeticException | NumberFormatException unreadable) {
      return new Doubtful("success of an unreadable amount");
    }
  }
}

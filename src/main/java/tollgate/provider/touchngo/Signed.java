package tollgate.provider.touchngo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.provider.Form;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reference;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;

/** Who sent it comes first: no field is read for its meaning before this. */
final class Signed {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");
  private static final List<String> REQUIRED = List.of("TransNum", "Status");

  private Signed() {}

  /** The key belongs to the account, so the account's own name must stand there too (9.3). */
  static boolean isBy(Gateway gateway, Signature.Purpose purpose, Form form) {
    var given = form.value(Signature.FIELD);
    if (!SHAPE.matcher(given).matches()) return false;

    var key = gateway.key(TouchnGo.MERCHANT_KEY);
    return Hmac.sameInConstantTime(Signature.of(purpose, form.fields(), key), given)
        && form.value("MerchantCode").equals(gateway.field(TouchnGo.MERCHANT_CODE));
  }

  /** What it is about is told by what it is signed for, and by nothing else in it. */
  static Reading open(byte[] body, Gateway gateway) {
    var form = Form.read(body, UTF_8);
    if (form == null) return new Malformed("no form");
    if (isBy(gateway, Signature.Purpose.CALLBACK, form)) return opened(form, Words::event);

    return isBy(gateway, Signature.Purpose.PAYOUT_CALLBACK, form)
        ? opened(form, payout -> WalletPayouts.told(payout, gateway))
        : new Forged("signature");
  }

  private static Reading opened(Form form, Function<Form, ProviderEvent> words) {
    for (var name : REQUIRED) {
      if (form.value(name).isEmpty()) return new Malformed("no " + name);
    }
    var payment = Reference.read(form.value("TransNum"));
    return payment.isEmpty()
        ? new Malformed("no reference of ours")
        : new Genuine(payment.get(), words.apply(form));
  }
}

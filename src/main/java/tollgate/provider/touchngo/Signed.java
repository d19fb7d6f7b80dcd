package tollgate.provider.touchngo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Function;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Addressee;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.Form;
import tollgate.provider.NamedKey;
import tollgate.provider.Proof;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reference;
import tollgate.provider.touchngo.Signature.Purpose;
import tollgate.tenant.Gateway;

/** Who sent it comes first: no field is read for its meaning before this. */
final class Signed {

  private static final List<String> REQUIRED = List.of("TransNum", "Status");

  private Signed() {}

  /** The key belongs to the account, so the account's own name must stand there too (9.3). */
  static boolean isBy(Gateway gateway, Purpose purpose, Form form) {
    return proof(purpose, form, gateway).holds() && merchant(form, gateway).holds();
  }

  private static Proof proof(Purpose purpose, Form form, Gateway gateway) {
    var key = NamedKey.of(gateway, TouchnGo.MERCHANT_KEY);
    var text = Signature.text(purpose, form.fields());
    return new Proof(Signature.FIELD, Signature.SCHEME, text, key, form.value(Signature.FIELD));
  }

  private static Addressee merchant(Form form, Gateway gateway) {
    var code = gateway.field(TouchnGo.MERCHANT_CODE);
    return new Addressee(TouchnGo.CODE_FIELD, form.value(TouchnGo.CODE_FIELD), code);
  }

  /** By which of both purposes it is signed decides; the others are signed by mistake. */
  static Evidence evidence(byte[] body, Gateway gateway) {
    var form = Form.read(body, UTF_8);
    if (form == null) return Evidence.unreadable(Form.whyNot(body, UTF_8));

    var claims =
        new Claims(
            form.value("TransNum"),
            form.value("Amount"),
            form.value("Currency"),
            form.value("Status"));
    return Evidence.of(claims, explained(form, gateway)).about(merchant(form, gateway));
  }

  /** Of a sale, unless it is known to be of a payout; other purposes are mistakes. */
  private static Proof explained(Form form, Gateway gateway) {
    var payout = proof(Purpose.PAYOUT_CALLBACK, form, gateway);
    if (payout.holds()) return payout;

    var sale = proof(Purpose.CALLBACK, form, gateway);
    for (var purpose : Purpose.values()) {
      var text = Signature.text(purpose, form.fields());
      if (purpose != Purpose.CALLBACK) sale = sale.near("for the purpose " + purpose.word(), text);
    }
    return sale;
  }

  /** What it is about is told by what it is signed for, and by nothing else in it. */
  static Reading open(byte[] body, Gateway gateway) {
    var form = Form.read(body, UTF_8);
    if (form == null) return new Malformed("no form");
    if (isBy(gateway, Purpose.CALLBACK, form)) return opened(form, Words::event);

    return isBy(gateway, Purpose.PAYOUT_CALLBACK, form)
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

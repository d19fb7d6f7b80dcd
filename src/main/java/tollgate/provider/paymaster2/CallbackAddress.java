package tollgate.provider.paymaster2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.provider.SignedText.part;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.Form;
import tollgate.provider.NamedKey;
import tollgate.provider.Order;
import tollgate.provider.Proof;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reference;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.tenant.Gateway;

/**
 * Where a callback comes to. Its body proves nothing (2.3), so the address does: it names the
 * payment under a code that only who was given it can know. What the body says is asked for, never
 * believed; it must only be a message of the protocol.
 */
final class CallbackAddress {

  private static final String PAYMENT = "payment";
  private static final String CODE = "code";

  private static final Scheme SCHEME = Scheme.of(Algorithm.HMAC_SHA256, Writing.LOWER_HEX);

  /** Parts this use of the token from every other. */
  private static final String PURPOSE = "tollgate callback address\n";

  private CallbackAddress() {}

  static String of(Order order, Gateway gateway) {
    var query =
        new TreeMap<>(Map.of(PAYMENT, order.reference(), CODE, code(order.reference(), gateway)));
    return order.callbackUrl() + "?" + Form.write(query, UTF_8);
  }

  private static String code(String reference, Gateway gateway) {
    return SCHEME.sign(text(reference), gateway.key(Paymaster2.TOKEN));
  }

  private static SignedText text(String reference) {
    return new SignedText("", List.of(part("", PURPOSE), part(PAYMENT, reference)));
  }

  private static Proof proof(Form query, Gateway gateway) {
    var text = text(query.value(PAYMENT));
    var key = NamedKey.of(gateway, Paymaster2.TOKEN);
    return new Proof(CODE, SCHEME, text, key, query.value(CODE));
  }

  static Reading open(Callback callback, Gateway gateway) {
    var query = Form.read(callback.query().getBytes(UTF_8), UTF_8);
    if (query == null) return new Forged("address");

    if (!proof(query, gateway).holds()) return new Forged("address");

    var payment = Reference.read(query.value(PAYMENT));
    if (payment.isEmpty()) return new Malformed("no reference of ours");

    var body = Told.read(callback.body());
    return body == null || body.id().isEmpty()
        ? new Malformed("no payment")
        : new Doorbell(payment.get(), body.id());
  }

  /** The address alone proves it; what the body says is only shown. */
  static Evidence evidence(Callback callback, Gateway gateway) {
    var address = callback.query().getBytes(UTF_8);
    var query = Form.read(address, UTF_8);
    if (query == null) return Evidence.unreadable("the address: " + Form.whyNot(address, UTF_8));

    var body = Told.read(callback.body());
    return Evidence.of(claims(query.value(PAYMENT), body), proof(query, gateway));
  }

  private static Claims claims(String reference, @Nullable Told body) {
    if (body == null) return new Claims(reference, "", "", "");

    var amount = body.body().at("amount", "value") instanceof Json.Num value ? value.literal() : "";
    var currency = body.textAt("amount", "currency");
    return new Claims(reference, amount, currency, body.textAt("status"));
  }
}

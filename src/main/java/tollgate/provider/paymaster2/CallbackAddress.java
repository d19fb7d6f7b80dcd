package tollgate.provider.paymaster2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import tollgate.provider.Callback;
import tollgate.provider.Form;
import tollgate.provider.Order;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reference;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;

/**
 * Where a callback comes to. Its body proves nothing (2.3), so the address does: it names the
 * payment under a code that only who was given it can know. What the body says is asked for, never
 * believed; it must only be a message of the protocol.
 */
final class CallbackAddress {

  private static final String PAYMENT = "payment";
  private static final String CODE = "code";

  /** Parts this use of the token from every other. */
  private static final String PURPOSE = "tollgate callback address\n";

  private CallbackAddress() {}

  static String of(Order order, Gateway gateway) {
    var query =
        new TreeMap<>(Map.of(PAYMENT, order.reference(), CODE, code(order.reference(), gateway)));
    return order.callbackUrl() + "?" + Form.write(query, UTF_8);
  }

  private static String code(String reference, Gateway gateway) {
    return Hmac.sha256(gateway.key(Paymaster2.TOKEN)).hex(PURPOSE + reference);
  }

  static Reading open(Callback callback, Gateway gateway) {
    var query = Form.read(callback.query().getBytes(UTF_8), UTF_8);
    if (query == null) return new Forged("address");

    var reference = query.value(PAYMENT);
    if (!Hmac.sameInConstantTime(code(reference, gateway), query.value(CODE))) {
      return new Forged("address");
    }
    var payment = Reference.read(reference);
    if (payment.isEmpty()) return new Malformed("no reference of ours");

    var body = Told.read(callback.body());
    return body == null || body.id().isEmpty()
        ? new Malformed("no payment")
        : new Doorbell(payment.get());
  }
}

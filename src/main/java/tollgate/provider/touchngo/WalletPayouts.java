package tollgate.provider.touchngo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.provider.Form;
import tollgate.provider.Order;
import tollgate.provider.Payouts;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;

/**
 * Payouts to a customer's wallet (section 10). Our reference is the key by which a repeat is known.
 * A callback comes without its order, so each payout carries a digest of what we ordered: who tells
 * another amount or another account back is not believed.
 */
final class WalletPayouts implements Payouts {

  private static final Pattern ACCOUNT = Pattern.compile("[^\\x00-\\x1F\\x7F]{1,64}");
  private static final String DIGEST = "MerchantData";

  @Override
  public Request send(Order order, Gateway gateway) {
    var fields = new HashMap<>(ordered(order));
    fields.put(DIGEST, digest(fields, order.reference(), gateway));
    fields.put("PaymentDesc", PayForm.description(order));
    fields.put("CallbackURL", order.callbackUrl());
    fields.values().removeIf(String::isEmpty);
    return TouchnGo.call(Signature.Purpose.PAYOUT, fields, order, gateway);
  }

  @Override
  public Request ask(Order order, Gateway gateway) {
    return TouchnGo.call(Signature.Purpose.PAYOUT_STATUS, Map.of(), order, gateway);
  }

  /** Whatever is not signed says nothing of a message that may have arrived before (10.9). */
  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    if (reply.status() != 200) return new Doubtful("HTTP " + reply.status());

    var form = Form.read(reply.body().getBytes(UTF_8), UTF_8);
    if (form == null) return new Doubtful("HTTP 200, no form");
    if (!Signed.isBy(gateway, Signature.Purpose.PAYOUT_ANSWER, form)
        || !form.value("TransNum").equals(order.reference())) {
      return new Doubtful("an answer of somebody else");
    }
    return isOrdered(form, ordered(order))
        ? Words.payout(form)
        : new Doubtful("another amount or account than ordered");
  }

  /** What a genuine callback says, if it is about what we ordered. */
  static ProviderEvent told(Form form, Gateway gateway) {
    var told = new HashMap<String, String>();
    for (var name : new String[] {"Currency", "Amount", "Account"}) {
      told.put(name, form.value(name));
    }
    var digest = digest(told, form.value("TransNum"), gateway);
    return Hmac.sameInConstantTime(digest, form.value(DIGEST))
        ? Words.payout(form)
        : new Doubtful("another amount or account than ordered");
  }

  private static Map<String, String> ordered(Order order) {
    var amount = PayForm.ringgit(order);
    if (!ACCOUNT.matcher(order.account()).matches()) {
      throw new IllegalArgumentException("no wallet's number");
    }
    return Map.of(
        "Currency", amount.code(),
        "Amount", amount.decimal(),
        "Account", order.account());
  }

  private static boolean isOrdered(Form form, Map<String, String> ordered) {
    return ordered.entrySet().stream()
        .allMatch(field -> form.value(field.getKey()).equals(field.getValue()));
  }

  /** Over the three fields and the reference (10.7). */
  private static String digest(Map<String, String> three, String reference, Gateway gateway) {
    var fields = new HashMap<>(three);
    fields.put("TransNum", reference);
    var key = gateway.key(TouchnGo.MERCHANT_KEY);
    return Signature.of(Signature.Purpose.PAYOUT_ORDER, fields, key);
  }
}

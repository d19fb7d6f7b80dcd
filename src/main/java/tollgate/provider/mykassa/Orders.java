package tollgate.provider.mykassa;

import static tollgate.payment.Code.CUSTOMER_CANCELLED;
import static tollgate.payment.Code.PROVIDER_GENERAL_DECLINE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.JsonMessage;
import tollgate.provider.Order;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;

/** FreeKassa's list of orders, by which one order is asked for (section 4). */
final class Orders {

  private Orders() {}

  static Request ask(Order order, Gateway gateway) {
    var shop = gateway.field(MyKassa.SHOP);
    var nonce = nonce(order);
    // The values, in the order of their names: nonce, paymentId, shopId.
    var text = nonce + "|" + order.reference() + "|" + shop;
    var body =
        Json.object()
            .put("shopId", Long.parseLong(shop))
            .put("nonce", Long.parseLong(nonce))
            .put("paymentId", order.reference())
            .put("signature", Hmac.sha256(gateway.key(MyKassa.API_KEY)).hex(text))
            .build();
    var headers = Map.of("Content-Type", "application/json", "Accept", "application/json");
    return new Request("POST", MyKassa.api(gateway) + "/orders", headers, body.encode());
  }

  /**
   * It must always grow, on all nodes together: milliseconds, and below them a thousandth by chance
   * for two of one millisecond.
   */
  static String nonce(Order order) {
    var stamp = order.stamp();
    var chance = new BigInteger(stamp.nonce().substring(0, 8), 16).mod(BigInteger.valueOf(1000));
    return Long.toString(stamp.at().toEpochMilli() * 1000 + chance.longValue());
  }

  static ProviderEvent read(Order order, Reply reply) {
    if (reply.status() != 200) return new Doubtful("HTTP " + reply.status());

    var message = JsonMessage.read(reply.body());
    if (message == null || !message.text("type").equals("success")) {
      return new Doubtful("HTTP 200, no success");
    }
    var found = of(order, message);
    return found == null ? new Doubtful("no such order, or several") : event(found);
  }

  /** The one that bears our name: a filter that is ignored shows others too. */
  private static @Nullable JsonMessage of(Order order, JsonMessage message) {
    var all = message.body().member("orders") instanceof Json.Arr list ? list.items() : List.of();
    JsonMessage only = null;
    for (var item : all) {
      if (!(item instanceof Json.Obj one)) return null;

      var read = new JsonMessage(one);
      if (!read.scalar("merchant_order_id").equals(order.reference())) continue;
      if (only != null) return null;
      only = read;
    }
    return only;
  }

  private static ProviderEvent event(JsonMessage one) {
    var id = one.scalar("fk_order_id");
    return switch (one.scalar("status")) {
      case "0" -> new SalePending(id);
      case "1" -> paid(one, id);
      case "8" -> new SaleDeclined(PROVIDER_GENERAL_DECLINE, id);
      case "9" -> new SaleDeclined(CUSTOMER_CANCELLED, id);
      case String other ->
          new Doubtful("status " + other.substring(0, Math.min(other.length(), 40)));
    };
  }

  private static ProviderEvent paid(JsonMessage one, String id) {
    if (!one.text("currency").equals("RUB")) return new Doubtful("success in another currency");

    try {
      var amount = new BigDecimal(one.scalar("amount")).toPlainString();
      return new SaleApproved(Money.parse(amount, MyKassa.RUB), id);
    } catch (ArithmeticException | NumberFormatException unreadable) {
      return new Doubtful("success of an unreadable amount");
    }
  }
}

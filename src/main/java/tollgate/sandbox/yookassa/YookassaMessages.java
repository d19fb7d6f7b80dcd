package tollgate.sandbox.yookassa;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import tollgate.sandbox.Spoil;
import tollgate.sandbox.yookassa.YookassaPayment.Status;

/** The objects of the API and what tells of them (B.1 to B.4). */
final class YookassaMessages {

  private final String base;

  YookassaMessages(String base) {
    this.base = base;
  }

  String page(YookassaPayment payment) {
    return base + "/checkout/" + payment.id();
  }

  JsonObject payment(YookassaPayment payment) {
    var order = payment.order();
    var account = payment.origin().account();
    var body =
        new JsonObject()
            .put("id", payment.id())
            .put("status", payment.status().word())
            .put("paid", payment.status() == Status.SUCCEEDED)
            .put("amount", money(order.minorUnits()))
            .put("created_at", payment.origin().createdAt().toString())
            .put("description", order.description())
            .put("metadata", order.metadata())
            .put("recipient", new JsonObject().put("account_id", account.shopId()))
            .put("refundable", payment.status() == Status.SUCCEEDED)
            .put("test", account.secretKey().startsWith("test_"));
    if (payment.isOpen()) {
      body.put(
          "confirmation",
          new JsonObject().put("type", "redirect").put("confirmation_url", page(payment)));
    }
    if (payment.refunded() > 0) body.put("refunded_amount", money(payment.refunded()));
    if (payment.status() == Status.SUCCEEDED) {
      body.put("captured_at", payment.state().since().toString());
    }
    if (payment.status() == Status.CANCELED) {
      body.put(
          "cancellation_details",
          new JsonObject().put("party", "yoo_money").put("reason", payment.state().reason()));
    }
    return body;
  }

  private static JsonObject money(long minorUnits) {
    return new JsonObject()
        .put("value", YookassaPayment.decimal(minorUnits))
        .put("currency", "RUB");
  }

  static JsonObject refund(YookassaPayment payment, YookassaRefund refund) {
    return new JsonObject()
        .put("id", refund.id())
        .put("payment_id", payment.id())
        .put("status", "succeeded")
        .put("created_at", refund.at().toString())
        .put("amount", money(refund.minorUnits()));
  }

  /** Nothing in it is signed (B.4); spoilt it is unreadable, another's, or tells another amount. */
  String notification(YookassaPayment payment, Spoil spoil) {
    var object = payment(payment);
    var body =
        new JsonObject()
            .put("type", "notification")
            .put("event", "payment." + payment.status().word())
            .put("object", object);
    return switch (spoil) {
      case NOT -> body.encode();
      case GARBAGE -> body.encode().substring(0, 60);
      case SIGNATURE -> {
        object.put("id", UUID.randomUUID().toString()).put("metadata", new JsonObject());
        yield body.encode();
      }
      case AMOUNT -> {
        object.put("amount", money(101));
        yield body.encode();
      }
    };
  }

  static JsonObject error(String code, String description) {
    return new JsonObject()
        .put("type", "error")
        .put("id", UUID.randomUUID().toString())
        .put("code", code)
        .put("description", description);
  }
}

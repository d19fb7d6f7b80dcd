package tollgate.sandbox.paymaster2;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import tollgate.sandbox.Playground;

/** Calls of a merchant, for the tests of this provider. */
final class InvoiceCalls {

  private static final String ROOT = "/sandbox/paymaster2/api/v2";

  final Playground ground;

  InvoiceCalls(Playground ground) {
    this.ground = ground;
  }

  JsonObject invoice(String orderNo, String value, String description) {
    return new JsonObject()
        .put("merchantId", Playground.PAYMASTER_SITE)
        .put("testMode", true)
        .put("invoice", new JsonObject().put("description", description).put("orderNo", orderNo))
        .put("amount", amount(value))
        .put(
            "protocol",
            new JsonObject()
                .put("returnUrl", "http://shop.example/return/")
                .put("callbackUrl", ground.merchant.url() + "?t=1"));
  }

  static JsonObject amount(String value) {
    return new JsonObject().put("value", new java.math.BigDecimal(value)).put("currency", "RUB");
  }

  /** The payment's id. */
  String made(String orderNo, String value, String description) {
    var reply = post("/invoices", orderNo, invoice(orderNo, value, description).encode());
    return new JsonObject(reply.body()).getString("paymentId");
  }

  HttpResponse<String> post(String path, String key, String body) {
    return ground.post(
        ROOT + path,
        body,
        "Authorization",
        "Bearer " + Playground.PAYMASTER2_TOKEN,
        "Content-Type",
        "application/json",
        "Idempotency-Key",
        key);
  }

  HttpResponse<String> call(String method, String path) {
    return ground.send(
        method, ROOT + path, "", "Authorization", "Bearer " + Playground.PAYMASTER2_TOKEN);
  }

  JsonObject payment(String id) {
    return new JsonObject(call("GET", "/payments/" + id).body());
  }

  HttpResponse<String> refund(String key, String id, String value) {
    var body = new JsonObject().put("paymentId", id).put("amount", amount(value));
    return post("/refunds", key, body.encode());
  }

  void play(String id, String action) {
    ground.post("/sandbox/paymaster2/play/" + id + "?action=" + action, "");
  }
}

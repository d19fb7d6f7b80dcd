package tollgate.sandbox.qiwi;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tollgate.sandbox.FakeMerchant.Received;
import tollgate.sandbox.Playground;

/** Messages of the provider's protocol page, written anew here and sent by nothing but HTTP. */
final class QiwiCalls {

  static final String BASE = "/sandbox/qiwi";
  static final String BILLS = BASE + "/partner/bill/v1/bills/";

  private final Playground ground;

  QiwiCalls(Playground ground) {
    this.ground = ground;
  }

  static JsonObject body(String currency, Object value, String comment) {
    return new JsonObject()
        .put("amount", new JsonObject().put("currency", currency).put("value", value))
        .put("comment", comment)
        .put("customFields", new JsonObject().put("apiClient", "tollgate"))
        .put("expirationDateTime", "2026-03-01T06:30:02+03:00");
  }

  HttpResponse<String> call(String method, String path, String body) {
    return ground.send(
        method,
        BILLS + path,
        body,
        "Authorization",
        "Bearer " + Playground.QIWI_KEY,
        "Content-Type",
        "application/json");
  }

  HttpResponse<String> put(String billId, JsonObject body) {
    return call("PUT", billId, body.encode());
  }

  /** A bill of 150.50 roubles that must be made. */
  JsonObject made(String billId, String comment) {
    var answer = put(billId, body("RUB", "150.50", comment));
    if (answer.statusCode() != 200) throw new AssertionError(answer.body());

    return new JsonObject(answer.body());
  }

  HttpResponse<String> refund(String billId, String refundId, String value) {
    var amount = new JsonObject().put("currency", "RUB").put("value", value);
    var body = new JsonObject().put("amount", amount).encode();
    return call("PUT", billId + "/refunds/" + refundId, body);
  }

  JsonObject play(String billId, String action) {
    var answer = ground.post(BASE + "/play/" + billId + "?action=" + action, "");
    return new JsonObject(answer.body());
  }

  /** What the signature of a notification should be. */
  static String signature(Received told) {
    var bill = told.json().getJsonObject("bill");
    var amount = bill.getJsonObject("amount");
    return hmac(
        "%s|%s|%s|%s|%s"
            .formatted(
                amount.getString("currency"),
                twoDecimals(amount.getValue("value")),
                bill.getString("billId"),
                bill.getString("siteId"),
                status(told)));
  }

  private static String twoDecimals(Object value) {
    return new BigDecimal(value.toString()).setScale(2, RoundingMode.DOWN).toPlainString();
  }

  static String status(Received told) {
    return told.json().getJsonObject("bill").getJsonObject("status").getString("value");
  }

  private static String hmac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Playground.QIWI_KEY.getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

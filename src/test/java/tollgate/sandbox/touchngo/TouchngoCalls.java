package tollgate.sandbox.touchngo;

import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tollgate.sandbox.Playground;

/** Messages of the provider's protocol page, signed anew here and sent by nothing but HTTP. */
final class TouchngoCalls {

  static final String BASE = "/sandbox/touchngo";

  private final Playground ground;

  TouchngoCalls(Playground ground) {
    this.ground = ground;
  }

  Map<String, String> fields(String transNum, String amount, String description) {
    var fields = new TreeMap<String, String>();
    fields.put("MerchantCode", "M123456");
    fields.put("TransNum", transNum);
    fields.put("Currency", "MYR");
    fields.put("Amount", amount);
    fields.put("PaymentDesc", description);
    fields.put("FirstName", "Nur Aïsha <b>");
    fields.put("Country", "MYS");
    fields.put("TransProvider", "123");
    fields.put("ReturnURL", "http://shop.example/return/k3v9?lang=en");
    fields.put("CallbackURL", ground.merchant.url());
    return fields;
  }

  static Map<String, String> signed(String purpose, Map<String, String> fields) {
    var all = new TreeMap<>(fields);
    all.remove("Signature");
    var text = new StringBuilder(purpose + "\n");
    all.forEach((name, value) -> {
      var length = value.getBytes(StandardCharsets.UTF_8).length;
      if (length > 0) text.append(name + "=" + length + ":" + value + "\n");
    });
    all.put("Signature", hmac(text.toString()));
    return all;
  }

  private static String hmac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      var key = Playground.TOUCHNGO_KEY.getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  HttpResponse<String> pay(String transNum, String amount, String description) {
    return pay(fields(transNum, amount, description));
  }

  HttpResponse<String> pay(Map<String, String> fields) {
    return ground.form(BASE + "/pay", signed("pay", fields));
  }

  /** A form that must be accepted; gives the address of its page. */
  String arrived(String transNum, String amount, String description) {
    var answer = pay(transNum, amount, description);
    if (answer.statusCode() != 303) throw new AssertionError(answer.body());

    return answer.headers().firstValue("Location").orElseThrow();
  }

  HttpResponse<String> call(String what, String transNum) {
    var fields = Map.of("MerchantCode", "M123456", "TransNum", transNum);
    return ground.form(BASE + "/" + what, signed(what, fields));
  }

  /** The fields of a signed answer to {@code status} or {@code cancel}. */
  Map<String, String> told(String what, String transNum) {
    var answer = call(what, transNum);
    if (answer.statusCode() != 200) throw new AssertionError(answer.body());

    var fields = new TreeMap<String, String>();
    for (var field : answer.body().split("&", -1)) {
      var cut = field.indexOf('=');
      fields.put(
          field.substring(0, cut),
          URLDecoder.decode(field.substring(cut + 1), StandardCharsets.UTF_8));
    }
    if (!signed("answer", fields).equals(fields)) throw new AssertionError("forged: " + fields);

    return fields;
  }

  JsonObject play(String id, String action) {
    return new JsonObject(ground.post(BASE + "/play/" + id + "?action=" + action, "").body());
  }
}

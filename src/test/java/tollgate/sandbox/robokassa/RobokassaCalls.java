package tollgate.sandbox.robokassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tollgate.sandbox.Playground;

/** Messages of the protocol page, signed anew here and sent by nothing but HTTP. */
final class RobokassaCalls {

  static final String BASE = "/sandbox/robokassa";
  static final String LOGIN = "tollgate_demo";

  private final Playground ground;

  RobokassaCalls(Playground ground) {
    this.ground = ground;
  }

  static Map<String, String> fields(String number, String sum, String description) {
    var fields = new TreeMap<String, String>();
    fields.put("MerchantLogin", LOGIN);
    fields.put("OutSum", sum);
    fields.put("InvId", number);
    fields.put("Description", description);
    fields.put("Encoding", "utf-8");
    fields.put("Shp_order", "W-" + number);
    fields.put("Shp_user", "42");
    return fields;
  }

  /** By password 1 of live payments. */
  static Map<String, String> signed(Map<String, String> fields, String middle) {
    var number = fields.getOrDefault("InvId", "");
    var text =
        LOGIN + ":" + fields.get("OutSum") + ":" + number + middle + ":p1-demo-Aa" + own(number);
    var all = new TreeMap<>(fields);
    all.put("SignatureValue", md5(text));
    return all;
  }

  static String own(String number) {
    return ":Shp_order=W-" + number + ":Shp_user=42";
  }

  static String md5(String text) {
    try {
      var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  HttpResponse<String> pay(Map<String, String> fields) {
    return ground.form(BASE + "/Merchant/Index.aspx", fields);
  }

  /** A form that must be accepted; gives the address of its page. */
  String arrived(String number, String sum, String description) {
    var answer = pay(signed(fields(number, sum, description), ""));
    if (answer.statusCode() != 303) throw new AssertionError(answer.body());

    return answer.headers().firstValue("Location").orElseThrow();
  }

  String state(String number) {
    var signature = md5(LOGIN + ":" + number + ":p2-demo-Bb");
    var query = "?MerchantLogin=" + LOGIN + "&InvoiceID=" + number + "&Signature=" + signature;
    return ground.get(BASE + "/Merchant/WebService/Service.asmx/OpStateExt" + query).body();
  }

  JsonObject play(String number, String action) {
    return new JsonObject(ground.post(BASE + "/play/" + number + "?action=" + action, "").body());
  }
}

package tollgate.sandbox.touchngo;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.touchngo.TouchngoCalls.BASE;
import static tollgate.sandbox.touchngo.TouchngoCalls.signed;

import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tollgate.sandbox.Playground;

/** Messages about payouts as the protocol page describes them, by nothing but HTTP. */
final class PayoutCalls {

  private final Playground ground;

  PayoutCalls(Playground ground) {
    this.ground = ground;
  }

  Map<String, String> fields(String transNum, String amount, String description) {
    var fields = new TreeMap<String, String>();
    fields.put("MerchantCode", "M123456");
    fields.put("TransNum", transNum);
    fields.put("Currency", "MYR");
    fields.put("Amount", amount);
    fields.put("Account", "0060123456789");
    fields.put("MerchantData", "abc123");
    fields.put("PaymentDesc", description);
    fields.put("CallbackURL", ground.merchant.url());
    return fields;
  }

  HttpResponse<String> send(Map<String, String> fields) {
    return ground.form(BASE + "/payout", signed("payout", fields));
  }

  HttpResponse<String> send(String transNum, String amount, String description) {
    return send(fields(transNum, amount, description));
  }

  /** The fields of a signed answer that must be one. */
  static Map<String, String> told(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var fields = new TreeMap<String, String>();
    for (var field : answer.body().split("&", -1)) {
      var cut = field.indexOf('=');
      var value = URLDecoder.decode(field.substring(cut + 1), StandardCharsets.UTF_8);
      fields.put(field.substring(0, cut), value);
    }
    assertThat(signed("payout-answer", fields)).isEqualTo(fields);
    return fields;
  }

  HttpResponse<String> ask(String transNum) {
    return new TouchngoCalls(ground).call("payout-status", transNum);
  }

  Map<String, String> next(String status) throws InterruptedException {
    var told = ground.merchant.next(status).form();
    assertThat(told).containsEntry("Status", status);
    return told;
  }

  JsonObject oracle(String transNum) {
    return ground.json(BASE + "/transactions/" + transNum);
  }

  JsonObject totals() {
    return ground.json(BASE + "/totals");
  }
}

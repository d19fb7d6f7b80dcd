package tollgate.sandbox.midtrans;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tollgate.sandbox.Playground;

/** Calls of the Core API as the protocol page describes them, by nothing but HTTP. */
final class MidtransCalls {

  static final String BASE = "/sandbox/midtrans";

  private final Playground ground;

  MidtransCalls(Playground ground) {
    this.ground = ground;
  }

  static String basic(String key) {
    var login = (key + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }

  static JsonObject body(String order, long amount) {
    return new JsonObject()
        .put("payment_type", "gopay")
        .put(
            "transaction_details",
            new JsonObject().put("order_id", order).put("gross_amount", amount))
        .put(
            "gopay",
            new JsonObject()
                .put("enable_callback", true)
                .put("callback_url", "http://shop.example/return/k3v9/"))
        .put("custom_field1", "payment:42");
  }

  /** The same with a text for people, in which faults may be asked for. */
  static JsonObject body(String order, long amount, String name) {
    var item = new JsonObject().put("price", amount).put("quantity", 1).put("name", name);
    return body(order, amount).put("item_details", new JsonArray().add(item));
  }

  HttpResponse<String> charge(JsonObject body, String... headers) {
    return post("/v2/charge", body.encode(), headers);
  }

  /** A charge that must succeed. */
  JsonObject charged(JsonObject body, String... headers) {
    var answer = new JsonObject(charge(body, headers).body());
    if (!"201".equals(answer.getString("status_code"))) throw new AssertionError(answer.encode());

    return answer;
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    var all = new ArrayList<>(List.of("Authorization", basic(Playground.SERVER_KEY)));
    all.addAll(List.of("Content-Type", "application/json"));
    all.addAll(Arrays.asList(headers));
    return ground.post(BASE + path, body, all.toArray(String[]::new));
  }

  JsonObject status(String id) {
    var answer =
        ground.get(BASE + "/v2/" + id + "/status", "Authorization", basic(Playground.SERVER_KEY));
    return new JsonObject(answer.body());
  }

  JsonObject play(String id, String action) {
    return new JsonObject(ground.post(BASE + "/play/" + id + "?action=" + action, "").body());
  }

  static String action(JsonObject charged, String name) {
    return charged.getJsonArray("actions").stream()
        .map(JsonObject.class::cast)
        .filter(action -> name.equals(action.getString("name")))
        .map(action -> action.getString("url"))
        .findFirst()
        .orElseThrow();
  }
}

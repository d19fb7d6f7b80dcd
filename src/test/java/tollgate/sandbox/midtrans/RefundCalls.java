package tollgate.sandbox.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.midtrans.MidtransCalls.BASE;
import static tollgate.sandbox.midtrans.MidtransCalls.body;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import tollgate.sandbox.Playground;

/** Refunds of one payment as the protocol page describes them, by nothing but HTTP. */
final class RefundCalls {

  private final Playground ground;
  private final MidtransCalls calls;

  RefundCalls(Playground ground) {
    this.ground = ground;
    this.calls = new MidtransCalls(ground);
  }

  static JsonObject wish(String key, long amount, String reason) {
    return new JsonObject().put("refund_key", key).put("amount", amount).put("reason", reason);
  }

  HttpResponse<String> post(JsonObject wish, String... headers) {
    return calls.post("/v2/A-1/refund", wish.encode(), headers);
  }

  JsonObject refund(String key, long amount, String reason) {
    return new JsonObject(post(wish(key, amount, reason)).body());
  }

  static String code(JsonObject answer) {
    return answer.getString("status_code") + " " + answer.getString("transaction_status");
  }

  JsonObject next(String status) throws InterruptedException {
    var told = ground.merchant.next(status).json();
    assertThat(told.getString("transaction_status")).isEqualTo(status);
    return told;
  }

  void paid() throws InterruptedException {
    calls.charged(body("A-1", 15000));
    next("pending");
    calls.play("A-1", "pay");
    next("settlement");
  }

  JsonObject oracle() {
    return ground.json(BASE + "/transactions/A-1");
  }
}

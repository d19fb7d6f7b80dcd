package tollgate.sandbox.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.midtrans.MidtransCalls.BASE;
import static tollgate.sandbox.midtrans.MidtransCalls.basic;
import static tollgate.sandbox.midtrans.MidtransCalls.body;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.sandbox.Playground;

/** Charge, status, cancel and expire, as §4, §6, §7, §9 and K1 to K5 say. */
class CoreApiTest {

  private final Playground ground = new Playground();
  private final MidtransCalls calls = new MidtransCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  @Test
  void aChargeIsPendingAndShowsTheWay() {
    var made = calls.charged(body("A-1", 15000));

    assertThat(made.getString("transaction_status")).isEqualTo("pending");
    assertThat(made.getString("gross_amount")).isEqualTo("15000.00");
    assertThat(made.getString("order_id")).isEqualTo("A-1");
    assertThat(made.getString("merchant_id")).isEqualTo("G000000001");
    assertThat(made.getString("transaction_time")).isEqualTo("2026-03-01 10:00:02");
    assertThat(made.getString("expiry_time")).isEqualTo("2026-03-01 10:15:02");
    assertThat(MidtransCalls.action(made, "deeplink-redirect")).startsWith(ground.url());
    assertThat(MidtransCalls.action(made, "cancel")).endsWith("/cancel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30 | minute | 2026-03-01 09:50:00 +0700 | 201 | 2026-03-01 10:20:00
          20 | second |                           | 201 | 2026-03-01 10:00:22
          8  | day    |                           | 201 | 2026-03-08 10:00:02
          19 | second |                           | 400 |
          5  | minute | 2026-03-01 09:50:00 +0700 | 400 |
          5  | moon   |                           | 400 |
          5  | minute | yesterday                 | 400 |
          """)
  void expiryMayBeChosen(String duration, String unit, String start, String code, String expiry) {
    var custom = new JsonObject().put("expiry_duration", duration).put("unit", unit);
    if (start != null) custom.put("order_time", start);

    var answer = calls.charge(body("A-1", 15000).put("custom_expiry", custom));

    var json = new JsonObject(answer.body());
    assertThat(json.getString("status_code")).isEqualTo(code);
    assertThat(answer.statusCode()).isEqualTo(code.equals("400") ? 400 : 200);
    assertThat(json.getString("expiry_time")).isEqualTo(expiry);
  }

  @ParameterizedTest
  @CsvSource({"wrong, 401, 401", "'', 401, 401", "SB-Mid-server-Asleep, 200, 402"})
  void whoIsNotKnownOrNotActiveIsTurnedAway(String key, int http, String code) {
    var charge = body("A-1", 1).encode();

    var answer = ground.post(BASE + "/v2/charge", charge, "Authorization", basic(key));

    assertThat(answer.statusCode()).isEqualTo(http);
    assertThat(new JsonObject(answer.body()).getString("status_code")).isEqualTo(code);
  }

  @Test
  void nobodySeesAnothersTransaction() {
    calls.charged(body("A-1", 1));

    var other = basic("SB-Mid-server-Asleep");
    var answer = ground.get(BASE + "/v2/A-1/status", "Authorization", other);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(code(answer.body())).isEqualTo("404 null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"a\":1}}", "\"x\""})
  void whatIsNoJsonObjectIs413WithHttp200(String text) {
    var answer = calls.post("/v2/charge", text);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("status_code")).isEqualTo("413");
  }

  @Test
  void anOrderIdIsFreeAgainOnlyAfterItsEnd() {
    var first = calls.charged(body("A-1", 15000));
    assertThat(code(calls.charge(body("A-1", 15000)).body())).isEqualTo("406 null");

    calls.post("/v2/A-1/cancel", "null");
    var second = calls.charged(body("A-1", 15000));
    assertThat(second.getString("transaction_id")).isNotEqualTo(first.getString("transaction_id"));
    assertThat(calls.status("A-1").getString("transaction_id"))
        .isEqualTo(second.getString("transaction_id"));

    calls.play("A-1", "pay");
    assertThat(code(calls.charge(body("A-1", 15000)).body())).isEqualTo("406 null");
  }

  @ParameterizedTest
  @CsvSource({
    "pay, settlement, 200",
    "qr, settlement, 200",
    "decline, deny, 202",
    "cancel, cancel, 200",
    "fail, pending, 201",
    "leave, pending, 201"
  })
  void statusTellsWhatTheCustomerDid(String action, String status, String code) {
    var made = calls.charged(body("A-1", 15000));
    calls.play("A-1", action);

    var told = calls.status(made.getString("transaction_id"));

    assertThat(told.getString("transaction_status")).isEqualTo(status);
    assertThat(told.getString("status_code")).isEqualTo(code);
    assertThat(told.getString("payment_type")).isEqualTo(action.equals("qr") ? "qris" : "gopay");
    assertThat(told.containsKey("settlement_time")).isEqualTo(status.equals("settlement"));
    assertThat(told.containsKey("actions")).isFalse();
    assertThat(told.getString("custom_field1")).isEqualTo("payment:42");
    assertThat(told.getString("signature_key"))
        .isEqualTo(MidtransSignature.of("A-1", code, "15000.00", Playground.SERVER_KEY));
  }

  @ParameterizedTest
  @CsvSource({"400, decline, deny", "404, pay, deny", "405, pay, settlement", "406, decline, deny"})
  void someAmountsHaveAMeaning(long rupiah, String action, String status) {
    calls.charged(body("A-1", rupiah));
    calls.play("A-1", action);

    assertThat(calls.status("A-1").getString("transaction_status")).isEqualTo(status);
  }

  @Test
  void cancelAndExpireWorkOnceAndOnlyWhilePending() {
    calls.charged(body("A-1", 15000));
    calls.charged(body("A-2", 15000));

    assertThat(code(calls.post("/v2/A-1/cancel", "").body())).isEqualTo("200 cancel");
    assertThat(code(calls.post("/v2/A-1/cancel", "{}").body())).isEqualTo("412 null");
    assertThat(code(calls.post("/v2/A-2/expire", "null").body())).isEqualTo("407 expire");
    assertThat(code(calls.post("/v2/A-2/expire", "").body())).isEqualTo("412 null");
    assertThat(calls.status("A-2").getString("status_code")).isEqualTo("407");
    assertThat(code(calls.post("/v2/nobody/cancel", "").body())).isEqualTo("404 null");
    assertThat(code(calls.post("/v2/A-1/refund", "{}").body())).isEqualTo("412 null");
    assertThat(calls.post("/v2/nobody/expire", "").statusCode()).isEqualTo(200);
  }

  private static String code(String body) {
    var json = new JsonObject(body);
    return json.getString("status_code") + " " + json.getString("transaction_status");
  }

  @Test
  void anExpiredPaymentCannotBePaid() {
    calls.charged(body("A-1", 15000));
    ground.later(Duration.ofMinutes(15));

    calls.play("A-1", "pay");

    assertThat(calls.status("A-1").getString("transaction_status")).isEqualTo("expire");
  }

  @Test
  void theSameKeyGetsTheSameAnswerForFiveMinutes() {
    var first = calls.charge(body("A-1", 15000), "Idempotency-Key", "k-1").body();
    ground.later(Duration.ofSeconds(299));

    // The key is global: another body, even another call, still gets the first answer (K3).
    assertThat(calls.charge(body("A-2", 1), "Idempotency-Key", "k-1").body()).isEqualTo(first);
    assertThat(calls.post("/v2/A-1/cancel", "", "Idempotency-Key", "k-1").body()).isEqualTo(first);

    ground.later(Duration.ofSeconds(1));
    assertThat(code(calls.charge(body("A-1", 15000), "Idempotency-Key", "k-1").body()))
        .isEqualTo("406 null");
  }

  @Test
  void onlySuccessIsKeptAndLongKeysAreIgnored() {
    calls.charge(body("A-1", 0), "Idempotency-Key", "k-1");
    calls.charged(body("A-1", 15000), "Idempotency-Key", "k-1");

    var tooLong = "k".repeat(47);
    calls.charged(body("A-2", 15000), "Idempotency-Key", tooLong);
    assertThat(code(calls.charge(body("A-2", 15000), "Idempotency-Key", tooLong).body()))
        .isEqualTo("406 null");
  }

  @Test
  void anUnknownRouteIsAnHtmlPage() {
    var answer = ground.get(BASE + "/v3/charge");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
  }
}

package tollgate.sandbox.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static tollgate.sandbox.midtrans.MidtransCalls.BASE;
import static tollgate.sandbox.midtrans.MidtransCalls.body;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.sandbox.FakeMerchant;
import tollgate.sandbox.Playground;

/** Notifications, their repeats by answer (N4), and the faults that can be asked for. */
class NotificationTest {

  private final Playground ground = new Playground();
  private final FakeMerchant merchant = ground.merchant;
  private final MidtransCalls calls = new MidtransCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  private JsonObject next(String status) throws InterruptedException {
    var told = merchant.next(status).json();
    assertThat(told.getString("transaction_status")).isEqualTo(status);
    return told;
  }

  @ParameterizedTest
  @CsvSource({"pay, settlement, 200", "decline, deny, 202", "cancel, cancel, 202"})
  void everyStateIsTold(String action, String status, String code) throws InterruptedException {
    calls.charged(body("A-1", 15000));
    var pending = merchant.next("pending");
    assertThat(pending.headers()).containsEntry("User-Agent", "Veritrans");
    assertThat(pending.headers()).containsEntry("Content-Type", "application/json");

    calls.play("A-1", action);

    var told = next(status);
    assertThat(told.getString("status_code")).isEqualTo(code);
    assertThat(told.getString("gross_amount")).isEqualTo("15000.00");
    assertThat(told.getString("custom_field1")).isEqualTo("payment:42");
    assertThat(told.containsKey("channel_response_code")).isFalse();
    assertThat(told.getString("signature_key"))
        .isEqualTo(MidtransSignature.of("A-1", code, "15000.00", Playground.SERVER_KEY));
  }

  @Test
  void expiryIsToldByItself() throws InterruptedException {
    calls.charged(body("A-1", 15000));
    next("pending");

    ground.later(Duration.ofMinutes(15));

    assertThat(next("expire").getString("status_code")).isEqualTo("202");
  }

  @ParameterizedTest
  @CsvSource({"500, 2", "503, 5", "404, 3", "302, 1", "418, 6", "0, 6"})
  void repeatsByAnswer(int answer, int attempts) throws InterruptedException {
    merchant.answers(answer, answer, answer, answer, answer, answer, answer, answer);

    calls.charged(body("A-1", 15000));

    for (var attempt = 1; attempt <= attempts; attempt++) merchant.next("attempt " + attempt);
    assertThat(merchant.isLeftAlone()).isTrue();
    var log = ground.json(BASE + "/transactions/A-1").getJsonArray("attempts");
    assertThat(log).hasSize(attempts);
    assertThat(log.getJsonObject(attempts - 1).getInteger("attempt")).isEqualTo(attempts);
    if (answer > 0) assertThat(log.getJsonObject(0).getString("answer")).startsWith("" + answer);
  }

  @Test
  void a307IsFollowedAndKeepsTheBody() throws InterruptedException {
    merchant.answers(307, "", merchant.url() + "/moved");

    calls.charged(body("A-1", 15000));

    var first = merchant.next("first");
    var moved = merchant.next("moved");
    assertThat(moved.path()).endsWith("/moved");
    assertThat(moved.body()).isEqualTo(first.body());
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void theOverrideHeaderWins() throws InterruptedException {
    var other = merchant.url() + "/other";

    calls.charged(body("A-1", 15000), "X-Override-Notification", other);

    assertThat(merchant.next("pending").path()).endsWith("/other");
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void theAppendHeaderAdds() throws InterruptedException {
    var other = merchant.url() + "/other";

    calls.charged(body("A-1", 15000), "X-Append-Notification", other);

    var paths = new ArrayList<String>();
    paths.add(merchant.next("one").path());
    paths.add(merchant.next("two").path());
    assertThat(paths).containsExactlyInAnyOrder("/callbacks/7", "/callbacks/7/other");
  }

  @Test
  void duplicatesComeAsOftenAsAsked() throws InterruptedException {
    calls.charged(body("A-1", 15000, "Top-up sandbox:duplicate=3"));

    var first = merchant.next("one").body();
    assertThat(merchant.next("two").body()).isEqualTo(first);
    assertThat(merchant.next("three").body()).isEqualTo(first);
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void pendingMayComeAfterTheEnd() throws InterruptedException {
    calls.charged(body("A-1", 15000, "Top-up sandbox:reorder"));
    assertThat(merchant.isLeftAlone()).isTrue();

    calls.play("A-1", "pay");

    next("settlement");
    next("pending");
  }

  @Test
  void silenceLeavesOnlyTheStatus() throws InterruptedException {
    calls.charged(body("A-1", 15000, "sandbox:silent"));
    calls.play("A-1", "pay");

    assertThat(merchant.isLeftAlone()).isTrue();
    assertThat(calls.status("A-1").getString("transaction_status")).isEqualTo("settlement");
  }

  @Test
  void theFirstAttemptsMayBeSpoilt() throws InterruptedException {
    merchant.answers(400, 400);
    calls.charged(body("A-1", 15000, "sandbox:garbage=1,bad-signature=2"));

    assertThat(merchant.next("garbage").body()).doesNotEndWith("}");
    var forged = merchant.next("forged").json();
    assertThat(forged.getString("signature_key")).isEqualTo("0".repeat(128));
    assertThat(merchant.next("genuine").json().getString("signature_key")).doesNotContain("000000");
  }

  @Test
  void aWrongAmountIsRightlySigned() throws InterruptedException {
    calls.charged(body("A-1", 15000, "sandbox:bad-amount"));

    var told = next("pending");

    assertThat(told.getString("gross_amount")).isEqualTo("15001.00");
    assertThat(told.getString("signature_key"))
        .isEqualTo(MidtransSignature.of("A-1", "201", "15001.00", Playground.SERVER_KEY));
  }

  @Test
  void theCallbackMayOvertakeTheAnswer() throws InterruptedException {
    calls.charged(body("A-1", 15000, "sandbox:early"));

    var log = ground.json(BASE + "/transactions/A-1").getJsonArray("attempts");
    assertThat(log).hasSize(1);
    assertThat(log.getJsonObject(0).getString("answer")).isEqualTo("200 OK");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 202, 429})
  void aChargeMayFailOnceAndLeaveNothing(int status) {
    var charge = body("A-1", 15000, "sandbox:error=" + status);

    assertThat(calls.charge(charge).statusCode()).isEqualTo(status);
    assertThat(calls.status("A-1").getString("status_code")).isEqualTo("404");
    calls.charged(charge);
  }

  @Test
  void aChargeMayFailAndYetBeMade() {
    var charge = body("A-1", 15000, "sandbox:error-after=503");

    assertThat(calls.charge(charge, "Idempotency-Key", "k-1").statusCode()).isEqualTo(503);
    assertThat(calls.status("A-1").getString("transaction_status")).isEqualTo("pending");
  }

  @Test
  void aLostAnswerIsFoundAgainByItsKey() {
    var charge = body("A-1", 15000, "sandbox:drop-after");

    assertThat(catchThrowable(() -> calls.charge(charge, "Idempotency-Key", "k-1"))).isNotNull();
    var again = calls.charged(charge, "Idempotency-Key", "k-1");
    assertThat(MidtransCalls.action(again, "deeplink-redirect")).contains("/app/");
  }

  @Test
  void aChargeMayBeDenied() throws InterruptedException {
    var answer = new JsonObject(calls.charge(body("A-1", 15000, "sandbox:deny=201")).body());

    assertThat(answer.getString("status_code")).isEqualTo("202");
    assertThat(answer.getString("transaction_status")).isEqualTo("deny");
    assertThat(answer.getString("channel_response_code")).isEqualTo("201");
    next("deny");
  }

  @Test
  void bodiesMayBeBareOrFull() {
    var bare = calls.charged(body("A-1", 15000, "sandbox:bare"));
    var full = calls.charged(body("A-2", 15000, "sandbox:extra,token-id"));

    assertThat(bare.fieldNames()).doesNotContain("expiry_time", "merchant_id", "fraud_status");
    assertThat(full.fieldNames()).contains("novelty");
    assertThat(full.getString("transaction_id")).startsWith("A1").hasSize(28);
  }

  @Test
  void faultsMayBeAskedByReference() {
    var rule = "{\"match\":\"A-\",\"faults\":{\"status-error\":503,\"tries\":2}}";
    assertThat(ground.post("/sandbox/faults", rule).statusCode()).isEqualTo(200);
    calls.charged(body("A-1", 15000));

    assertThat(calls.status("A-1").getString("status_code")).isEqualTo("503");
    assertThat(calls.status("A-1").getString("status_code")).isEqualTo("503");
    assertThat(calls.status("A-1").getString("status_code")).isEqualTo("201");
  }

  @Test
  void aCustomerMayPlayByHimself() throws InterruptedException {
    calls.charged(body("A-1", 15000, "sandbox:play=pay,after=10ms"));

    next("pending");
    next("settlement");
  }
}

package tollgate.sandbox.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.midtrans.MidtransCalls.BASE;
import static tollgate.sandbox.midtrans.MidtransCalls.basic;
import static tollgate.sandbox.midtrans.MidtransCalls.body;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.sandbox.FakeMerchant;
import tollgate.sandbox.Playground;

/** Refunds, §8. */
class RefundTest {

  private final Playground ground = new Playground();
  private final FakeMerchant merchant = ground.merchant;
  private final MidtransCalls calls = new MidtransCalls(ground);
  private final RefundCalls refunds = new RefundCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  @Test
  void moneyGoesBackInPartsAndNeverMoreThanWasTaken() throws InterruptedException {
    refunds.paid();

    assertThat(RefundCalls.code(refunds.refund("r-1", 5000, ""))).isEqualTo("200 partial_refund");
    assertThat(RefundCalls.code(refunds.refund("r-2", 10001, ""))).isEqualTo("414 null");
    var rest = refunds.refund("r-3", 10000, "");

    assertThat(RefundCalls.code(rest)).isEqualTo("200 refund");
    assertThat(rest.getString("refund_amount")).isEqualTo("15000.00");
    assertThat(rest.getString("refund_key")).isEqualTo("r-3");
    assertThat(rest.getLong("refund_chargeback_id")).isGreaterThan(1L << 53);
    assertThat(RefundCalls.code(refunds.refund("r-4", 1, ""))).isEqualTo("412 null");
    assertThat(refunds.oracle().getLong("refunded_minor")).isEqualTo(1_500_000);
    assertThat(refunds.oracle().getBoolean("taken")).isTrue();
    assertThat(ground.json(BASE + "/totals").getMap())
        .containsAllEntriesOf(
            Map.of("taken", 1, "taken_minor", 1_500_000, "refunded", 2, "refunded_minor", 1500000));
  }

  @Test
  void manyAtOnceGiveNoMoreThanWasTaken() throws InterruptedException {
    refunds.paid();

    IntStream.range(0, 20)
        .parallel()
        .forEach(i -> refunds.refund("r-" + i, 4000, "sandbox:silent"));

    assertThat(refunds.oracle().getLong("refunded_minor")).isEqualTo(1_200_000);
    assertThat(ground.json(BASE + "/totals").getInteger("refunded")).isEqualTo(3);
  }

  @Test
  void aKeyThatSucceededIsADuplicate() throws InterruptedException {
    refunds.paid();

    assertThat(RefundCalls.code(refunds.refund("r-1", 15000, ""))).isEqualTo("200 refund");
    assertThat(RefundCalls.code(refunds.refund("r-1", 15000, ""))).isEqualTo("406 null");
    assertThat(RefundCalls.code(refunds.refund("r-1", 5, ""))).isEqualTo("406 null");
    assertThat(refunds.oracle().getJsonArray("refunds")).hasSize(1);
  }

  @Test
  void theSameIdempotencyKeyGetsTheSameAnswer() throws InterruptedException {
    refunds.paid();
    var wish = RefundCalls.wish("r-1", 5000, "");

    var first = refunds.post(wish, "Idempotency-Key", "r-1-rfd").body();

    assertThat(refunds.post(wish, "Idempotency-Key", "r-1-rfd").body()).isEqualTo(first);
    assertThat(refunds.oracle().getJsonArray("refunds")).hasSize(1);
  }

  @Test
  void withoutAnAmountAllGoesBackAndWithoutAKeyEachTimeAnew() throws InterruptedException {
    refunds.paid();

    var all = new JsonObject(calls.post("/v2/A-1/refund/online/direct", "").body());

    assertThat(RefundCalls.code(all)).isEqualTo("200 refund");
    assertThat(all.getString("refund_key")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"leave", "decline", "cancel"})
  void onlyWhatWasPaidGoesBack(String action) {
    calls.charged(body("A-1", 15000));
    calls.play("A-1", action);

    assertThat(RefundCalls.code(refunds.refund("r-1", 5000, ""))).isEqualTo("412 null");
    assertThat(refunds.oracle().getLong("refunded_minor")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"refund_key\":\"r 1\"}",
        "{\"refund_key\":\"\"}",
        "{\"refund_key\":7}",
        "{\"refund_key\":\"r-1\",\"amount\":\"x\"}",
        "{\"refund_key\":\"r-1\",\"amount\":1.5}"
      })
  void nonsenseIsRefused(String wish) throws InterruptedException {
    refunds.paid();

    assertThat(calls.post("/v2/A-1/refund", wish).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void nothingAndLessCannotGoBack(long amount) throws InterruptedException {
    refunds.paid();

    assertThat(RefundCalls.code(refunds.refund("r-1", amount, ""))).isEqualTo("414 null");
  }

  @Test
  void strangersAndTheUnknownAreTurnedAway() throws InterruptedException {
    refunds.paid();
    var wish = RefundCalls.wish("r-1", 1, "").encode();

    var wrong = ground.post(BASE + "/v2/A-1/refund", wish, "Authorization", basic("wrong"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(RefundCalls.code(new JsonObject(calls.post("/v2/A-2/refund", wish).body())))
        .isEqualTo("404 null");
    assertThat(RefundCalls.code(new JsonObject(calls.post("/v2/A-1/refund", "{").body())))
        .isEqualTo("413 null");
  }

  @Test
  void aRefundIsToldTwiceAndKeptInTheStatus() throws InterruptedException {
    refunds.paid();
    refunds.refund("r-1", 5000, "Too long");

    var first = refunds.next("partial_refund");
    var second = refunds.next("partial_refund");

    var entry = first.getJsonArray("refunds").getJsonObject(0);
    assertThat(entry.getString("refund_key")).isEqualTo("r-1");
    assertThat(entry.getString("refund_amount")).isEqualTo("5000.00");
    assertThat(entry.getString("reason")).isEqualTo("Too long");
    assertThat(entry.getString("created_at")).isEqualTo("2026-03-01 10:00:02");
    assertThat(entry.containsKey("bank_confirmed_at")).isFalse();
    assertThat(second.getJsonArray("refunds").getJsonObject(0).getString("bank_confirmed_at"))
        .isEqualTo("2026-03-01 10:00:02");
    assertThat(second.getString("status_code")).isEqualTo("200");
    assertThat(second.getString("signature_key"))
        .isEqualTo(MidtransSignature.of("A-1", "200", "15000.00", Playground.SERVER_KEY));
    var status = calls.status("A-1");
    assertThat(status.getString("transaction_status")).isEqualTo("partial_refund");
    assertThat(status.getString("refund_amount")).isEqualTo("5000.00");
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void thePageShowsWhatWentBack() throws InterruptedException {
    refunds.paid();
    refunds.refund("r-1", 5000, "Too <i>long</i>");
    refunds.next("partial_refund");
    refunds.next("partial_refund");

    var page = ground.get(BASE + "/app/" + refunds.oracle().getString("id")).body();

    assertThat(page).contains("partial_refund", "IDR 5,000 ", "Too &lt;i&gt;long", "success");
  }
}

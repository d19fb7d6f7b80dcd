package tollgate.sandbox.touchngo;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.touchngo.TouchngoCalls.BASE;
import static tollgate.sandbox.touchngo.TouchngoCalls.signed;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.FakeMerchant;
import tollgate.sandbox.Playground;

/** Payouts and their page, §10. */
class PayoutTest {

  private final Playground ground = new Playground();
  private final FakeMerchant merchant = ground.merchant;
  private final TouchngoCalls calls = new TouchngoCalls(ground);
  private final PayoutCalls payouts = new PayoutCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  @ParameterizedTest
  @CsvSource({
    "250.00, SUCCESS, 00, 1",
    "5.00, SUCCESS, 00, 1",
    "20000.00, SUCCESS, 00, 1",
    "400.00, FAILED, 30, 0",
    "404.00, FAILED, 30, 0",
    "403.01, CANCELLED, 10, 0",
    "406.02, TIMEOUT, 20, 0"
  })
  void theAmountDecides(String amount, String status, String code, int executions)
      throws InterruptedException {
    assertThat(PayoutCalls.told(payouts.send("TG-210-1", amount, "")))
        .containsEntry("Status", "PENDING")
        .containsEntry("Code", "02");

    var told = payouts.next(status);

    assertThat(told)
        .containsEntry("TransNum", "TG-210-1")
        .containsEntry("MerchantCode", "M123456")
        .containsEntry("Amount", amount)
        .containsEntry("Currency", "MYR")
        .containsEntry("Account", "0060123456789")
        .containsEntry("MerchantData", "abc123")
        .containsEntry("Code", code);
    assertThat(signed("payout-callback", told)).isEqualTo(told);
    assertThat(PayoutCalls.told(payouts.ask("TG-210-1")))
        .containsEntry("Status", status)
        .containsEntry("TransId", told.get("TransId"));
    assertThat(payouts.oracle("TG-210-1").getInteger("executions")).isEqualTo(executions);
    assertThat(payouts.totals().getInteger("paid_out")).isEqualTo(executions);
  }

  @ParameterizedTest
  @CsvSource({"4.99", "20000.01"})
  void beyondTheLimitsItIsRefusedAtOnce(String amount) throws InterruptedException {
    assertThat(PayoutCalls.told(payouts.send("TG-210-1", amount, ""))).containsEntry("Code", "32");
    payouts.next("FAILED");
    assertThat(payouts.oracle("TG-210-1").getInteger("executions")).isZero();
  }

  @Test
  void nothingFollowsAt40603UntilItIsTooOld() throws InterruptedException {
    payouts.send("TG-210-1", "406.03", "");
    calls.play("TG-210-1", "pay");
    assertThat(merchant.isLeftAlone()).isTrue();
    assertThat(PayoutCalls.told(payouts.ask("TG-210-1"))).containsEntry("Status", "PENDING");

    ground.later(Duration.ofMinutes(60));

    assertThat(payouts.next("TIMEOUT")).containsEntry("Code", "20");
    assertThat(payouts.oracle("TG-210-1").getInteger("executions")).isZero();
  }

  @Test
  void aReferenceIsExecutedOnceHoweverOftenItIsSent() throws InterruptedException {
    IntStream.range(0, 40).parallel().forEach(_ -> payouts.send("TG-210-1", "250.00", ""));
    payouts.next("SUCCESS");

    assertThat(PayoutCalls.told(payouts.send("TG-210-1", "250.00", "said otherwise")))
        .containsEntry("Status", "SUCCESS");

    assertThat(merchant.isLeftAlone()).isTrue();
    assertThat(payouts.oracle("TG-210-1").getInteger("executions")).isEqualTo(1);
    assertThat(payouts.totals().getMap())
        .containsAllEntriesOf(
            Map.of("made", 1, "paid_out", 1, "paid_out_minor", 25000, "taken", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "Amount, 250.01",
    "Account, 0060123456780",
    "Account, 60123456789",
    "MerchantData, abc124"
  })
  void aReferenceIsNotUsedForAnotherPayout(String name, String value) throws InterruptedException {
    payouts.send("TG-210-1", "250.00", "");
    payouts.next("SUCCESS");
    var other = payouts.fields("TG-210-1", "250.00", "");
    other.put(name, value);

    var answer = payouts.send(other);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).isEqualTo("FAIL conflict");
    assertThat(payouts.totals().getInteger("paid_out_minor")).isEqualTo(25000);
  }

  @Test
  void paymentsAndPayoutsShareTheirReferencesAndNothingElse() throws InterruptedException {
    calls.arrived("TG-210-1", "5.00", "");
    payouts.send("TG-210-2", "5.00", "");
    payouts.next("SUCCESS");
    calls.call("cancel", "TG-210-3");

    assertThat(payouts.send("TG-210-1", "5.00", "").statusCode()).isEqualTo(409);
    assertThat(payouts.send("TG-210-3", "5.00", "").statusCode()).isEqualTo(409);
    assertThat(calls.pay("TG-210-2", "5.00", "").statusCode()).isEqualTo(409);
    assertThat(payouts.ask("TG-210-1").statusCode()).isEqualTo(404);
    assertThat(calls.call("status", "TG-210-2").statusCode()).isEqualTo(404);
    assertThat(calls.call("cancel", "TG-210-2").statusCode()).isEqualTo(409);
    assertThat(ground.get(BASE + "/pay/" + payouts.oracle("TG-210-2").getString("id")).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Amount       | 250.0
          Amount       | -250.00
          Amount       |
          Currency     | SGD
          Account      |
          Account      | 12345678901234567890123456789012345678901234567890123456789012345
          MerchantData | a b
          CallbackURL  | ftp://pay.example
          TransNum     | TG 1
          """)
  void whatIsMalformedIsNotTaken(String name, String value) {
    var fields = payouts.fields("TG-210-1", "250.00", "");
    fields.put(name, value == null ? "" : value);

    assertThat(payouts.send(fields).statusCode()).isEqualTo(400);
    assertThat(payouts.totals().getInteger("made")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"pay", "status", "payout-status", "payout-callback"})
  void whatIsSignedForAnotherPurposeIsForged(String purpose) {
    var forged = signed(purpose, payouts.fields("TG-210-1", "250.00", ""));

    var answer = ground.form(BASE + "/payout", forged);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("FAIL signature");
    assertThat(payouts.ask("TG-210-1").statusCode()).isEqualTo(404);
  }

  @Test
  void aPersonMayDecideWhatWaits() throws InterruptedException {
    payouts.send("TG-210-1", "1250.00", "For <i>May</i> sandbox:play=leave");
    payouts.send("TG-210-2", "250.00", "");
    payouts.next("SUCCESS");

    var page = ground.get(BASE + "/payouts").body();
    assertThat(page)
        .contains("MYR 1,250.00", "0060123456789", "PENDING: Being processed", "/pay\"")
        .contains("For &lt;i&gt;May", "SUCCESS: Paid out", "once")
        .doesNotContain("<i>", "<script");
    assertThat(page.indexOf("TG-210-2")).isLessThan(page.indexOf("TG-210-1"));

    var id = payouts.oracle("TG-210-1").getString("id");
    assertThat(ground.post(BASE + "/payouts/" + id + "/pay", "").statusCode()).isEqualTo(303);
    assertThat(payouts.next("SUCCESS")).containsEntry("TransNum", "TG-210-1");
    ground.post(BASE + "/payouts/" + id + "/pay", "");
    assertThat(payouts.oracle("TG-210-1").getInteger("executions")).isEqualTo(1);
    assertThat(ground.post(BASE + "/payouts/nobody/pay", "").statusCode()).isEqualTo(404);
  }

  @Test
  void withoutPayoutsThePageSaysSo() {
    assertThat(ground.get(BASE + "/payouts").body()).contains("None yet.");
  }
}

package tollgate.sandbox.touchngo;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.touchngo.TouchngoCalls.BASE;
import static tollgate.sandbox.touchngo.TouchngoCalls.signed;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.FakeMerchant;
import tollgate.sandbox.Playground;

/** Callbacks, status, cancel and faults, §4, §5, §7 and §8. */
class MerchantApiTest {

  private final Playground ground = new Playground();
  private final FakeMerchant merchant = ground.merchant;
  private final TouchngoCalls calls = new TouchngoCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  private Map<String, String> next(String status) throws InterruptedException {
    var told = merchant.next(status).form();
    assertThat(told).containsEntry("Status", status);
    return told;
  }

  @ParameterizedTest
  @CsvSource({
    "125.50, pay, SUCCESS, 00",
    "125.50, decline, FAILED, 30",
    "125.50, cancel, CANCELLED, 10",
    "400.00, pay, FAILED, 30",
    "404.00, decline, FAILED, 30",
    "403.01, pay, CANCELLED, 10",
    "406.02, pay, TIMEOUT, 20"
  })
  void theEndIsToldAndSigned(String amount, String action, String status, String code)
      throws InterruptedException {
    calls.arrived("TG-210-1", amount, "Top-up");

    calls.play("TG-210-1", action);

    var told = next(status);
    assertThat(told)
        .containsEntry("TransNum", "TG-210-1")
        .containsEntry("MerchantCode", "M123456")
        .containsEntry("Amount", amount)
        .containsEntry("Currency", "MYR")
        .containsEntry("Code", code)
        .containsEntry("TransDate", "2026-03-01T03:00:02Z");
    assertThat(signed("callback", told)).isEqualTo(told);
    assertThat(calls.told("status", "TG-210-1"))
        .containsEntry("Status", status)
        .containsEntry("TransId", told.get("TransId"));
  }

  @ParameterizedTest
  @CsvSource({"125.50, leave", "125.50, fail", "406.03, pay", "406.03, decline"})
  void nothingMayCome(String amount, String action) throws InterruptedException {
    calls.arrived("TG-210-1", amount, "Top-up");
    calls.play("TG-210-1", action);

    assertThat(merchant.isLeftAlone()).isTrue();
    assertThat(calls.told("status", "TG-210-1"))
        .containsEntry("Status", "PENDING")
        .containsEntry("Code", "01");
  }

  @Test
  void whoDoesNotActInTimeIsTimedOut() throws InterruptedException {
    calls.arrived("TG-210-1", "5.00", "");

    ground.later(Duration.ofMinutes(60));

    assertThat(next("TIMEOUT")).containsEntry("Code", "21");
  }

  @ParameterizedTest
  @CsvSource({"400, 3", "403, 3", "404, 3", "302, 3", "503, 9", "0, 9"})
  void repeatsByAnswer(int answer, int attempts) throws InterruptedException {
    merchant.answers(answer, answer, answer, answer, answer, answer, answer, answer, answer);
    calls.arrived("TG-210-1", "5.00", "");

    calls.play("TG-210-1", "pay");

    for (var attempt = 1; attempt <= attempts; attempt++) merchant.next("attempt " + attempt);
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void a200WithAnotherBodyIsNoAnswer() throws InterruptedException {
    merchant.answers(200, "Welcome", "");
    calls.arrived("TG-210-1", "5.00", "");

    calls.play("TG-210-1", "pay");

    var first = merchant.next("first");
    assertThat(first.headers()).containsEntry("User-Agent", "TouchnGo-Provider");
    assertThat(merchant.next("again").body()).isEqualTo(first.body());
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void cancelIsBindingAndTold() throws InterruptedException {
    calls.arrived("TG-210-1", "5.00", "");

    assertThat(calls.told("cancel", "TG-210-1")).containsEntry("Code", "11");
    assertThat(next("CANCELLED")).containsEntry("Code", "11");
    assertThat(calls.play("TG-210-1", "pay").getBoolean("changed")).isFalse();
    assertThat(calls.told("cancel", "TG-210-1")).containsEntry("Status", "CANCELLED");
  }

  @Test
  void cancelTooLateSaysSo() {
    calls.arrived("TG-210-1", "5.00", "");
    calls.play("TG-210-1", "pay");

    assertThat(calls.told("cancel", "TG-210-1")).containsEntry("Status", "SUCCESS");
  }

  @Test
  void cancelBeforeArrivalShutsTheDoor() {
    assertThat(calls.call("status", "TG-210-1").statusCode()).isEqualTo(404);

    assertThat(calls.told("cancel", "TG-210-1"))
        .containsEntry("Status", "CANCELLED")
        .containsEntry("Code", "12")
        .doesNotContainKeys("Amount", "Currency");
    assertThat(calls.pay("TG-210-1", "5.00", "").statusCode()).isEqualTo(409);
    assertThat(calls.told("status", "TG-210-1")).containsEntry("Code", "12");
  }

  @Test
  void whoeverSignsWronglyIsToldNothing() {
    var forged = Map.of("MerchantCode", "M123456", "TransNum", "TG-1", "Signature", "0".repeat(64));
    var odd = signed("status", Map.of("MerchantCode", "M123456", "TransNum", "TG 1"));

    assertThat(ground.form(BASE + "/status", forged).body()).isEqualTo("FAIL signature");
    assertThat(ground.form(BASE + "/cancel", forged).statusCode()).isEqualTo(403);
    assertThat(ground.form(BASE + "/status", odd).statusCode()).isEqualTo(400);
    assertThat(ground.post(BASE + "/status", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void processingTakesItsTimeAndCannotBeCancelled() throws InterruptedException {
    calls.arrived("TG-210-1", "5.00", "sandbox:processing=300ms");
    calls.play("TG-210-1", "pay");

    assertThat(next("PENDING")).containsEntry("Code", "02");
    assertThat(calls.told("cancel", "TG-210-1")).containsEntry("Code", "02");
    next("SUCCESS");
  }

  @Test
  void moneyMayComeAfterTheTimeOut() throws InterruptedException {
    calls.arrived("TG-210-1", "5.00", "sandbox:late=50ms");
    calls.play("TG-210-1", "pay");

    next("TIMEOUT");
    next("SUCCESS");
    assertThat(ground.json(BASE + "/totals").getLong("taken_minor")).isEqualTo(500);
  }

  @Test
  void pendingMayComeAfterSuccess() throws InterruptedException {
    calls.arrived("TG-210-1", "5.00", "sandbox:reorder");
    calls.play("TG-210-1", "pay");

    next("SUCCESS");
    next("PENDING");
  }

  @Test
  void callbacksMayBeSpoiltDoubledAndLate() throws InterruptedException {
    merchant.answers(400, 403);
    calls.arrived("TG-210-1", "5.00", "sandbox:garbage=1,bad-signature=2,delay=50ms,extra");
    calls.play("TG-210-1", "pay");

    assertThat(merchant.next("garbage").body()).endsWith("%zz");
    assertThat(next("SUCCESS")).containsEntry("Signature", "0".repeat(64));
    var genuine = next("SUCCESS");
    assertThat(signed("callback", genuine)).isEqualTo(genuine);
    assertThat(genuine).containsKey("Novelty");
  }

  @Test
  void aWrongAmountIsRightlySigned() throws InterruptedException {
    calls.arrived("TG-210-1", "5.00", "sandbox:bad-amount");
    calls.play("TG-210-1", "pay");

    var told = next("SUCCESS");

    assertThat(told).containsEntry("Amount", "1.01");
    assertThat(signed("callback", told)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"31", "36", "99"})
  void aRefusalMayHaveAReason(String code) throws InterruptedException {
    calls.arrived("TG-210-1", "5.00", "sandbox:deny=" + code);
    calls.play("TG-210-1", "pay");

    assertThat(next("FAILED")).containsEntry("Code", code);
  }

  @Test
  void theCallbackMayOvertakeTheBrowser() {
    var page = calls.arrived("TG-210-1", "5.00", "sandbox:early");

    ground.post(page + "/pay", "");

    assertThat(ground.json(BASE + "/transactions/TG-210-1").getJsonArray("attempts")).hasSize(1);
  }

  @Test
  void statusMayFailForAWhile() {
    calls.arrived("TG-210-1", "5.00", "sandbox:status-error,tries=1");

    assertThat(calls.call("status", "TG-210-1").statusCode()).isEqualTo(503);
    assertThat(calls.call("status", "TG-210-1").statusCode()).isEqualTo(200);
  }
}

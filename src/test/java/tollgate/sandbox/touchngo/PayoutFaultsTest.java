package tollgate.sandbox.touchngo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static tollgate.sandbox.touchngo.TouchngoCalls.signed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.FakeMerchant;
import tollgate.sandbox.Playground;

/** What can be made to go wrong with a payout. */
class PayoutFaultsTest {

  private final Playground ground = new Playground();
  private final FakeMerchant merchant = ground.merchant;
  private final PayoutCalls payouts = new PayoutCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  @ParameterizedTest
  @CsvSource({"error=500, 500", "error=503, 503"})
  void aCallMayFailAndLeaveNothing(String fault, int status) throws InterruptedException {
    assertThat(payouts.send("TG-210-1", "250.00", "sandbox:" + fault).statusCode())
        .isEqualTo(status);
    assertThat(payouts.ask("TG-210-1").statusCode()).isEqualTo(404);

    PayoutCalls.told(payouts.send("TG-210-1", "250.00", "sandbox:" + fault));
    payouts.next("SUCCESS");
  }

  @Test
  void aCallMayBeDroppedAndLeaveNothing() {
    assertThat(catchThrowable(() -> payouts.send("TG-210-1", "250.00", "sandbox:drop")))
        .isNotNull();
    assertThat(payouts.ask("TG-210-1").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"error-after=502", "drop-after"})
  void aCallMayFailAndYetBeTaken(String fault) throws InterruptedException {
    var description = "sandbox:" + fault + ",tries=2";
    for (var attempt = 0; attempt < 2; attempt++) {
      var _ = catchThrowable(() -> payouts.send("TG-210-1", "250.00", description));
    }
    payouts.next("SUCCESS");

    assertThat(PayoutCalls.told(payouts.send("TG-210-1", "250.00", description)))
        .containsEntry("Status", "SUCCESS");
    assertThat(payouts.oracle("TG-210-1").getInteger("executions")).isEqualTo(1);
  }

  @Test
  void theCallbackMayOvertakeTheAnswer() throws InterruptedException {
    assertThat(PayoutCalls.told(payouts.send("TG-210-1", "250.00", "sandbox:early")))
        .containsEntry("Status", "PENDING");

    assertThat(payouts.oracle("TG-210-1").getJsonArray("attempts")).hasSize(1);
    payouts.next("SUCCESS");
  }

  @Test
  void theAnswerMayBeSlow() throws InterruptedException {
    PayoutCalls.told(payouts.send("TG-210-1", "250.00", "sandbox:slow=200ms"));

    payouts.next("SUCCESS");
    assertThat(payouts.oracle("TG-210-1").getJsonArray("attempts")).hasSize(1);
  }

  @Test
  void callbacksMayBeDoubledAndOutOfOrder() throws InterruptedException {
    payouts.send("TG-210-1", "250.00", "sandbox:duplicate=2,reorder");

    payouts.next("SUCCESS");
    payouts.next("SUCCESS");
    payouts.next("PENDING");
    payouts.next("PENDING");
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void callbacksMayBeSpoiltAndLate() throws InterruptedException {
    merchant.answers(400, 403);
    payouts.send("TG-210-1", "250.00", "sandbox:garbage=1,bad-signature=2,delay=50ms,extra");

    assertThat(merchant.next("garbage").body()).endsWith("%zz");
    assertThat(payouts.next("SUCCESS")).containsEntry("Signature", "0".repeat(64));
    var genuine = payouts.next("SUCCESS");
    assertThat(signed("payout-callback", genuine)).isEqualTo(genuine);
    assertThat(genuine).containsKey("Novelty");
  }

  @Test
  void aWrongAmountIsRightlySigned() throws InterruptedException {
    payouts.send("TG-210-1", "250.00", "sandbox:bad-amount");

    var told = payouts.next("SUCCESS");

    assertThat(told).containsEntry("Amount", "1.01");
    assertThat(signed("payout-callback", told)).isEqualTo(told);
  }

  @Test
  void silenceLeavesOnlyTheStatus() throws InterruptedException {
    payouts.send("TG-210-1", "250.00", "sandbox:silent,status-error,tries=1");

    assertThat(merchant.isLeftAlone()).isTrue();
    assertThat(payouts.ask("TG-210-1").statusCode()).isEqualTo(503);
    assertThat(PayoutCalls.told(payouts.ask("TG-210-1"))).containsEntry("Status", "SUCCESS");
  }

  @ParameterizedTest
  @CsvSource({"38, No such wallet", "52, The merchant's balance is too low", "99, Declined"})
  void aRefusalMayHaveAReason(String code, String message) throws InterruptedException {
    payouts.send("TG-210-1", "250.00", "sandbox:deny=" + code);

    assertThat(payouts.next("FAILED"))
        .containsEntry("Code", code)
        .containsEntry("Message", message);
    assertThat(payouts.oracle("TG-210-1").getBoolean("paid_out")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"400, 3", "503, 9"})
  void callbacksAreRepeatedAsThoseOfPayments(int answer, int attempts) throws InterruptedException {
    merchant.answers(answer, answer, answer, answer, answer, answer, answer, answer, answer);
    payouts.send("TG-210-1", "250.00", "");

    for (var attempt = 1; attempt <= attempts; attempt++) merchant.next("attempt " + attempt);
    assertThat(merchant.isLeftAlone()).isTrue();
  }
}

package tollgate.sandbox.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.sandbox.FakeMerchant;
import tollgate.sandbox.Playground;

/** What can be made to go wrong with a refund. */
class RefundFaultsTest {

  private final Playground ground = new Playground();
  private final FakeMerchant merchant = ground.merchant;
  private final RefundCalls refunds = new RefundCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  @Test
  void theBanksWordMayComeFirstOrTwiceOrNever() throws InterruptedException {
    refunds.paid();
    refunds.refund("r-1", 5000, "sandbox:reorder,duplicate=2");

    for (var isConfirmed : new boolean[] {true, true, false, false}) {
      var entry = refunds.next("partial_refund").getJsonArray("refunds").getJsonObject(0);
      assertThat(entry.containsKey("bank_confirmed_at")).isEqualTo(isConfirmed);
    }
    refunds.refund("r-2", 5000, "sandbox:silent");
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"deny, 202 settlement", "deny=414, 414 null"})
  void aRefundMayBeRefused(String fault, String code) throws InterruptedException {
    refunds.paid();

    assertThat(RefundCalls.code(refunds.refund("r-1", 5000, "sandbox:" + fault))).isEqualTo(code);

    assertThat(merchant.isLeftAlone()).isTrue();
    assertThat(refunds.oracle().getJsonArray("refunds")).isEmpty();
    // A key that did not succeed may be used again (8.9).
    assertThat(RefundCalls.code(refunds.refund("r-1", 5000, ""))).isEqualTo("200 partial_refund");
  }

  @ParameterizedTest
  @ValueSource(longs = {400, 404})
  void someAmountsAreDenied(long amount) throws InterruptedException {
    refunds.paid();

    assertThat(RefundCalls.code(refunds.refund("r-1", amount, ""))).isEqualTo("202 settlement");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 429})
  void aRefundMayFailAndLeaveNothing(int status) throws InterruptedException {
    refunds.paid();
    var wish = RefundCalls.wish("r-1", 5000, "sandbox:error=" + status);

    assertThat(refunds.post(wish).statusCode()).isEqualTo(status);
    assertThat(refunds.oracle().getJsonArray("refunds")).isEmpty();
    assertThat(RefundCalls.code(new JsonObject(refunds.post(wish).body())))
        .isEqualTo("200 partial_refund");
  }

  @ParameterizedTest
  @ValueSource(strings = {"error-after=503", "drop-after"})
  void aRefundMayFailAndYetBeMade(String fault) throws InterruptedException {
    refunds.paid();
    var wish = RefundCalls.wish("r-1", 5000, "sandbox:" + fault);

    var _ = catchThrowable(() -> refunds.post(wish));

    assertThat(refunds.oracle().getJsonArray("refunds")).hasSize(1);
    assertThat(RefundCalls.code(new JsonObject(refunds.post(wish).body()))).isEqualTo("406 null");
  }

  @Test
  void theNotificationMayOvertakeTheAnswer() throws InterruptedException {
    refunds.paid();
    refunds.refund("r-1", 5000, "sandbox:early");

    assertThat(refunds.oracle().getJsonArray("attempts").size()).isGreaterThanOrEqualTo(3);
  }
}

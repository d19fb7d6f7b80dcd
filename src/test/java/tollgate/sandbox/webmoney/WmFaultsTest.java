package tollgate.sandbox.webmoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WmFaultsTest {

  private final WmCalls calls = new WmCalls();

  @AfterEach
  void close() {
    calls.close();
  }

  private static Map<String, String> asking(String fault) {
    return Map.of("LMI_PAYMENT_DESC", "Taxi sandbox:" + fault);
  }

  @ParameterizedTest
  @CsvSource({
    "bad-amount, LMI_PAYMENT_AMOUNT, 1.01, true",
    "mode-flip, LMI_MODE, 0, true",
    "bad-signature, LMI_MODE, 1, false",
    "extra, LMI_NOVELTY, since 2030, true"
  })
  void aNotificationLies(String fault, String field, String value, boolean isSigned) {
    var told = calls.paid("1001", asking(fault));
    var values = WmHash.signed(told, "Tollgate-Demo-Key-7");

    assertThat(told).containsEntry(field, value);
    assertThat(told.get("LMI_HASH2").equals(WmHash.upper("SHA-256", String.join(";", values))))
        .isEqualTo(isSigned);
  }

  @Test
  void theShopIsNotAskedOrAskedNothing() throws InterruptedException {
    calls.press(calls.arrives("1001", asking("unasked")), "keeper", Map.of());
    assertThat(calls.told("notification")).containsKey("LMI_HASH");

    calls.agrees();
    calls.press(calls.arrives("1002", asking("bare")), "keeper", Map.of());
    assertThat(calls.ground.merchant.next("bare call").body()).isEmpty();
    assertThat(calls.told("notification")).containsKey("LMI_HASH");
  }

  @Test
  void aFailureIsToldAfterTheSuccess() {
    assertThat(calls.paid("1001", asking("reorder"))).containsKey("LMI_HASH");
    assertThat(calls.told("failure")).containsEntry("LMI_FAILREQUEST", "1");
  }

  @Test
  void twiceIsTwice() {
    var told = calls.paid("1001", asking("duplicate=2"));

    assertThat(calls.told("again")).isEqualTo(told);
  }

  @Test
  void whatIsNotTakenComesAgainAndWhatIsTakenDoesNot() throws InterruptedException {
    var page = calls.arrives("1001", Map.of());
    calls.agrees();
    calls.ground.merchant.answers(503, 404);
    calls.press(page, "keeper", Map.of());
    calls.told("prerequest");

    var told = calls.told("notification");

    assertThat(calls.told("again")).isEqualTo(told);
    assertThat(calls.told("again")).isEqualTo(told);
    assertThat(calls.ground.merchant.isLeftAlone()).isTrue();
  }

  @Test
  void aPaymentIsDenied() {
    var page = calls.arrives("1001", asking("deny=17"));
    calls.agrees();
    assertThat(calls.press(page, "keeper", Map.of())).contains("Not paid");
    calls.told("prerequest");
    assertThat(calls.told("failure")).containsEntry("LMI_ERR", "17");
  }
}

package tollgate.sandbox.webmoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeeperTest {

  private final WmCalls calls = new WmCalls();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void aPurseIsPaidFromAfterTheShopWasAsked() {
    var page = calls.arrives("1001", Map.of());
    assertThat(calls.page(page)).contains("150.00 WMR", "Taxi &lt;Blue&gt;", "Keeper Mobile");
    calls.agrees();

    var result = calls.press(page, "keeper", Map.of());

    var question = calls.told("prerequest");
    assertThat(question)
        .containsEntry("LMI_PREREQUEST", "1")
        .containsEntry("LMI_PAYMENT_AMOUNT", "150.00")
        .doesNotContainKeys("LMI_HASH", "LMI_HASH2");
    var told = calls.told("notification");
    assertThat(told)
        .containsEntry("LMI_PAYMENT_NO", "1001")
        .containsEntry("LMI_PAYER_WM", "123123123123")
        .containsEntry("LMI_TELEPAT_PHONENUMBER", "")
        .containsEntry("LMI_SECRET_KEY", "")
        .containsEntry("ours", "a b");
    var values = WmHash.signed(told, "Tollgate-Demo-Key-7");
    assertThat(told)
        .containsEntry("LMI_HASH", WmHash.upper("SHA-256", String.join("", values)))
        .containsEntry("LMI_HASH2", WmHash.upper("SHA-256", String.join(";", values)));
    assertThat(result)
        .contains("Paid", told.get("LMI_SYS_TRANS_NO"), "action=\"http://shop.example/done\"");
  }

  @Test
  void aPhonePaysByACodeThatOnlyThePhoneShows() {
    var page = calls.arrives("1001", Map.of());
    calls.agrees();

    var asksForCode = calls.press(page, "phone", Map.of("phone", "+380 (50) 111-22-33"));

    assertThat(calls.told("prerequest")).containsEntry("LMI_TELEPAT_PHONENUMBER", WmCalls.PHONE);
    assertThat(asksForCode).contains("/phone/" + WmCalls.PHONE).doesNotContain(calls.code(0));
    assertThat(calls.page(WmCalls.PATH + "/phone/" + WmCalls.PHONE)).contains(calls.code(0));
    assertThat(calls.press(page, "code", Map.of("code", calls.wrongCode()))).contains("is wrong");

    var result = calls.press(page, "code", Map.of("code", calls.code(0)));

    var told = calls.told("notification");
    assertThat(told).containsEntry("LMI_TELEPAT_PHONENUMBER", WmCalls.PHONE);
    assertThat(told.get("LMI_TELEPAT_ORDERID")).matches("[0-9]{7}");
    assertThat(told.get("LMI_PAYER_PURSE")).matches("R7[0-9]{11}");
    assertThat(told.get("LMI_PAYER_WM")).matches("4[0-9]{11}");
    assertThat(result).contains("Paid", "+" + WmCalls.PHONE, told.get("LMI_TELEPAT_ORDERID"));
  }

  private String sent() {
    var page = calls.arrives("1001", Map.of());
    calls.agrees();
    calls.press(page, "phone", Map.of("phone", WmCalls.PHONE));
    calls.told("prerequest");
    return page;
  }

  @Test
  void threeWrongCodesEndIt() {
    var page = sent();
    var wrong = Map.of("code", calls.wrongCode());
    calls.press(page, "code", wrong);
    calls.press(page, "code", wrong);

    assertThat(calls.press(page, "code", wrong)).contains("Not paid");
    assertThat(calls.told("failure"))
        .containsEntry("LMI_FAILREQUEST", "1")
        .containsEntry("LMI_PAYMENT_NO", "1001")
        .doesNotContainKeys("LMI_HASH", "LMI_PAYEE_PURSE");
    assertThat(calls.press(page, "code", Map.of("code", calls.code(0)))).contains("Not paid");
  }

  @Test
  void aNewCodeKillsTheOldOneAndThereAreThreeAtMost() {
    var page = sent();
    calls.press(page, "again", Map.of());
    if (!calls.code(1).equals(calls.code(0))) {
      assertThat(calls.press(page, "code", Map.of("code", calls.code(1)))).contains("is wrong");
    }
    assertThat(calls.press(page, "again", Map.of())).doesNotContain("Send another code");
    var last = calls.code(0);
    calls.press(page, "again", Map.of());

    assertThat(calls.code(0)).isEqualTo(last);
    assertThat(calls.press(page, "code", Map.of("code", last))).contains("Paid");
  }

  @Test
  void aCodeIsGoodForFiveMinutes() {
    var page = sent();
    calls.ground.later(Duration.ofMinutes(5).plusSeconds(1));
    assertThat(calls.press(page, "code", Map.of("code", calls.code(0)))).contains("too old");

    calls.press(page, "again", Map.of());

    assertThat(calls.press(page, "code", Map.of("code", calls.code(0)))).contains("Paid");
  }

  @ParameterizedTest
  @CsvSource({"123456789", "12345678901234567", "+1 800 TAXI", "''"})
  void whatIsNoPhoneGetsNoCode(String phone) throws InterruptedException {
    var page = calls.arrives("1001", Map.of());

    assertThat(calls.press(page, "phone", Map.of("phone", phone))).contains("no phone number");
    assertThat(calls.ground.merchant.isLeftAlone()).isTrue();
  }

  @Test
  void theShopsWordIsShownAndTheCustomerMayTryAgain() {
    var page = calls.arrives("1001", Map.of());
    calls.ground.merchant.answers(200, "ERR: <amount>", "");

    assertThat(calls.press(page, "keeper", Map.of())).contains("ERR: &lt;amount&gt;");
    calls.agrees();
    assertThat(calls.press(page, "keeper", Map.of())).contains("Paid");
  }

  @Test
  void theCustomerCancels() {
    var page = calls.arrives("1001", Map.of("LMI_FAIL_METHOD", "2"));

    assertThat(calls.press(page, "cancel", Map.of())).contains("href=\"http://shop.example/failed");
    assertThat(calls.told("failure")).containsEntry("LMI_ERR", "2");
  }

  @Test
  void whatIsPaidTwiceIsPaidOnce() throws InterruptedException {
    calls.paid("1001", Map.of());
    var page = calls.arrives("1001", Map.of());
    calls.press(page, "keeper", Map.of());
    calls.press(page, "cancel", Map.of());

    assertThat(calls.ground.merchant.isLeftAlone()).isTrue();
    assertThat(calls.ground.json(WmCalls.PATH + "/totals").getInteger("taken")).isEqualTo(1);
  }
}

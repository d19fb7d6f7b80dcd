package tollgate.sandbox.webmoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayFormTest {

  private final WmCalls calls = new WmCalls();

  @AfterEach
  void close() {
    calls.close();
  }

  /** An error is a page, and nobody is called. */
  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LMI_PAYEE_PURSE      | R10020030040  | no purse
          LMI_PAYEE_PURSE      | Z100200300400 | unknown
          LMI_PAYMENT_AMOUNT   | 0.00          | amount
          LMI_PAYMENT_AMOUNT   | 1.001         | amount
          LMI_PAYMENT_AMOUNT   | 1,00          | amount
          LMI_PAYMENT_NO       | A1            | number
          LMI_PAYMENT_DESC     | ''            | description
          LMI_PAYMENTFORM_SIGN | 70b7dc9c      | signature
          LMI_SUCCESS_URL      | ftp://x       | address
          LMI_FAIL_METHOD      | 3             | address
          """)
  void whatIsNotAllowed(String field, String value, String word) throws InterruptedException {
    var form = calls.form("1001", Map.of(field, value));
    var answer = calls.ground.form(WmCalls.PATH + "/lmi/payment.asp", form);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Not possible", word);
    assertThat(calls.ground.merchant.isLeftAlone()).isTrue();
  }

  @Test
  void anUnsignedFormIsRefusedWhereThePurseHasASecondKey() {
    var form = new HashMap<>(calls.form("1001", Map.of()));
    form.remove("LMI_PAYMENTFORM_SIGN");

    assertThat(calls.ground.form(WmCalls.PATH + "/lmi/payment.asp", form).body())
        .contains("signature");
  }

  @Test
  void aNumberIsGoodForOnePayment() {
    var page = calls.arrives("1001", Map.of());

    assertThat(calls.arrives("1001", Map.of())).isEqualTo(page);
    var other = calls.form("1001", Map.of("LMI_PAYMENT_AMOUNT", "151.00"));
    assertThat(calls.ground.form(WmCalls.PATH + "/lmi/payment.asp", other).body())
        .contains("used for another");
  }

  @ParameterizedTest
  @CsvSource({
    "payment.asp, '', %D2%E0%EA%F1%E8",
    "payment_utf.asp, '', %D0%A2%D0%B0%D0%BA%D1%81%D0%B8",
    "payment.asp, other-charset, %D0%A2%D0%B0%D0%BA%D1%81%D0%B8"
  })
  void thePageHasItsCharset(String page, String fault, String encoded) throws InterruptedException {
    if (!fault.isEmpty()) {
      calls.ground.post(
          "/sandbox/faults", "{\"match\":\"1001\",\"faults\":{\"%s\":true}}".formatted(fault));
    }
    var charset = page.equals("payment.asp") ? WmForm.WINDOWS_1251 : StandardCharsets.UTF_8;
    var form = calls.form("1001", Map.of("LMI_PAYMENT_DESC", "Такси"));
    var answer =
        calls.ground.post(
            WmCalls.PATH + "/lmi/" + page,
            WmForm.encoded(form, charset),
            "Content-Type",
            "application/x-www-form-urlencoded");
    var where = answer.headers().firstValue("Location").orElseThrow();
    assertThat(calls.page(where)).contains("Такси");

    calls.agrees();
    calls.press(where, "keeper", Map.of());

    calls.ground.merchant.next("prerequest");
    assertThat(calls.ground.merchant.next("notification").body())
        .contains("LMI_PAYMENT_DESC=" + encoded);
  }

  @Test
  void aTestMayBeMadeToFail() {
    var page = calls.arrives("1001", Map.of("LMI_SIM_MODE", "1"));
    calls.agrees();

    assertThat(calls.press(page, "keeper", Map.of())).contains("Not paid");
  }

  @Test
  void fourOfFiveTestsSucceedInTheThirdMode() {
    var paid = 0;
    for (int no = 1; no <= 50; no++) {
      var page = calls.arrives("" + no, Map.of("LMI_SIM_MODE", "2"));
      calls.agrees();
      if (calls.press(page, "keeper", Map.of()).contains(">Paid<")) paid++;
      calls.told("prerequest");
      calls.told("end");
    }
    assertThat(paid).isBetween(33, 47);
  }
}

package tollgate.sandbox.webmoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** X18 and X14. */
class MerchantInterfacesTest {

  private final WmCalls calls = new WmCalls();

  @AfterEach
  void close() {
    calls.close();
  }

  private String asked(String no, String digest) {
    var text = "987654321098R100200300400" + no + "Tollgate-Demo-Key-7";
    var body =
        "<merchant.request><wmid>987654321098</wmid>"
            + "<lmi_payee_purse>R100200300400</lmi_payee_purse>"
            + ("<lmi_payment_no>" + no + "</lmi_payment_no>")
            + "<lmi_payment_no_type>1</lmi_payment_no_type><sha256>"
            + (digest.isEmpty() ? WmHash.upper("SHA-256", text) : digest)
            + "</sha256></merchant.request>";
    return calls.xml("/conf/xml/XMLTransGet.asp", body).body();
  }

  @Test
  void whatIsPaidIsToldAndWhatIsNotIsSeven() {
    assertThat(asked("1001", "")).contains("<retval>7</retval>");
    calls.arrives("1001", Map.of());
    assertThat(asked("1001", "")).contains("<retval>7</retval>");

    var told = calls.paid("1001", Map.of());

    assertThat(asked("1001", ""))
        .contains(
            "<retval>0</retval>",
            "wmtransid=\"" + told.get("LMI_SYS_TRANS_NO") + "\"",
            "<amount>150.00</amount>",
            "<pursefrom>" + told.get("LMI_PAYER_PURSE"),
            "<telepat_phone>null<");
  }

  @Test
  void whoAsksMustBeTheShop() {
    assertThat(asked("1001", "00")).contains("<retval>-2</retval>");
    assertThat(calls.xml("/conf/xml/XMLTransGet.asp", "<x/>").body()).contains("<retval>-1<");
  }

  @Test
  void whatIsHeldIsNotPaidYet() {
    assertThat(calls.paid("1001", Map.of("LMI_HOLD", "5"))).containsEntry("LMI_HOLD", "5");
    assertThat(asked("1001", "")).contains("<retval>7</retval>");
  }

  private String back(int reqn, String transfer, String amount, String phone) {
    var sign = WmHash.ofSandbox("Signer-Demo-Key", reqn + transfer + amount);
    return calls
        .xml("/asp/XMLTransMoneyback.asp", request("" + reqn, sign, transfer, amount, phone))
        .body();
  }

  private static String request(
      String reqn, String sign, String transfer, String amount, String phone) {
    return "<w3s.request><reqn>%s</reqn><wmid>987654321098</wmid><sign>%s</sign><trans>"
            .formatted(reqn, sign)
        + "<inwmtranid>%s</inwmtranid><amount>%s</amount><moneybackphone>%s</moneybackphone>"
            .formatted(transfer, amount, phone)
        + "</trans></w3s.request>";
  }

  @Test
  void moneyGoesBackInPartsAndNoMoreThanCame() {
    var transfer = calls.paid("1001", Map.of()).get("LMI_SYS_TRANS_NO");

    var first = back(10, transfer, "100.00", "");

    assertThat(first).contains("<retval>0<", "<reqn>10<", "<amount>100.00<", "R900800700600");
    assertThat(back(10, transfer, "100.00", "")).isEqualTo(first);
    assertThat(back(11, transfer, "50.01", "")).contains("<retval>52<");
    assertThat(back(12, transfer, "50.00", "")).contains("<retval>0<");
    assertThat(calls.ground.json(WmCalls.PATH + "/totals").getInteger("refunded")).isEqualTo(2);
  }

  @Test
  void numbersOnlyGrow() {
    var transfer = calls.paid("1001", Map.of()).get("LMI_SYS_TRANS_NO");
    back(10, transfer, "1.00", "");

    assertThat(back(9, transfer, "1.00", "")).contains("<retval>-1<", "<reqn>9<");
  }

  @ParameterizedTest
  @CsvSource({"1, 7, 1.00, 50", "1, '', 1.00, 50", "1, 7, x, 50"})
  void aTransferThatIsNotThere(int reqn, String transfer, String amount, String retval) {
    assertThat(back(reqn, transfer, amount, "")).contains("<retval>" + retval + "<");
  }

  @Test
  void aWrongSignatureAndACertificateWithOne() {
    var body = request("1", "00", "7", "1.00", "");

    assertThat(calls.xml("/asp/XMLTransMoneyback.asp", body).body()).contains("<retval>-14<");
    assertThat(calls.xml("/asp/XMLTransMoneybackCert.asp", body).body()).contains("<retval>-14<");
    assertThat(calls.xml("/asp/XMLTransMoneyback.asp", "").body()).contains("<retval>-100<");
  }

  @Test
  void toAPhoneOnlyWhatCameFromIt() {
    var transfer = calls.paid("1001", Map.of()).get("LMI_SYS_TRANS_NO");
    var page = calls.arrives("1002", Map.of());
    calls.agrees();
    calls.press(page, "phone", Map.of("phone", WmCalls.PHONE));
    calls.press(page, "code", Map.of("code", calls.code(0)));
    calls.told("prerequest");
    var mobile = calls.told("notification").get("LMI_SYS_TRANS_NO");

    assertThat(back(1, transfer, "1.00", WmCalls.PHONE)).contains("<retval>54<");
    assertThat(back(2, mobile, "1.00", WmCalls.PHONE)).contains("<retval>0<", ">" + WmCalls.PHONE);
  }

  @Test
  void anAnswerThatGotLostComesWhenAskedAgain() {
    var transfer = calls.paid("1001", Map.of()).get("LMI_SYS_TRANS_NO");
    calls.ground.post(
        "/sandbox/faults", "{\"match\":\"back-1001\",\"faults\":{\"error-after\":\"502\"}}");

    assertThat(back(1, transfer, "1.00", "")).isEmpty();
    assertThat(back(1, transfer, "1.00", "")).contains("<retval>0<");
    assertThat(calls.ground.json(WmCalls.PATH + "/totals").getInteger("refunded")).isEqualTo(1);
  }
}

package tollgate.sandbox.webmoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples of the document. */
class WmHashTest {

  @Test
  void aNotification() {
    var values = WmHash.signed(EXAMPLE, "Tollgate-Demo-Key-7");

    assertThat(WmHash.upper("SHA-256", String.join("", values)))
        .isEqualTo("CA021B65DD395C3EF0F89077552CB2D702757C6CE6A6DCF5991E3C595CC1E5D7");
    assertThat(WmHash.upper("MD5", String.join("", values)))
        .isEqualTo("5B6F9247098EE28C7D7AD0334373E59E");
    assertThat(WmHash.upper("SHA-256", String.join(";", values)))
        .isEqualTo("7026D66109F61F5149E10C4666335CAE0BFD74A0860AB3DA815FA938EC35D2EC");
  }

  @Test
  void oneWithAHold() {
    var held =
        Map.of(
            "LMI_PAYEE_PURSE", "Z555000111222",
            "LMI_PAYMENT_AMOUNT", "9.90",
            "LMI_HOLD", "5",
            "LMI_PAYMENT_NO", "20260118",
            "LMI_MODE", "0",
            "LMI_SYS_INVS_NO", "900001",
            "LMI_SYS_TRANS_NO", "700001",
            "LMI_SYS_TRANS_DATE", "20260118 23:59:01",
            "LMI_PAYER_PURSE", "Z333222111000",
            "LMI_PAYER_WM", "321321321321");
    var values = WmHash.signed(held, "Tollgate-Demo-Key-7");

    assertThat(WmHash.upper("SHA-256", String.join(";", values)))
        .isEqualTo("343142F43CE0A0960829D694CBA717AAD3E96F1152042B046B91C18166E77AFC");
  }

  @Test
  void aForm() {
    var sign = "70b7dc9c45fab0c563a1577dc0c351282f597e9c89cf9b577d7e3b61269d617a";
    var form =
        Map.of(
            "LMI_PAYEE_PURSE", "R100200300400",
            "LMI_PAYMENT_AMOUNT", "150.00",
            "LMI_PAYMENT_NO", "20260117",
            "LMI_PAYMENTFORM_SIGN", sign);

    assertThat(WmHash.isForm(new WmForm(form), "X20-Demo-Key")).isTrue();
    assertThat(WmHash.isForm(new WmForm(form), "X20-Demo-Kez")).isFalse();
  }

  private static final Map<String, String> EXAMPLE =
      Map.of(
          "LMI_PAYEE_PURSE", "R100200300400",
          "LMI_PAYMENT_AMOUNT", "150.00",
          "LMI_PAYMENT_NO", "20260117",
          "LMI_MODE", "1",
          "LMI_SYS_INVS_NO", "551",
          "LMI_SYS_TRANS_NO", "7703",
          "LMI_SYS_TRANS_DATE", "20260117 10:20:30",
          "LMI_PAYER_PURSE", "R900800700600",
          "LMI_PAYER_WM", "123123123123");
}

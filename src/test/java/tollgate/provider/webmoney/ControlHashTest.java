package tollgate.provider.webmoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.provider.Form;
import tollgate.provider.Scheme.Algorithm;
import tollgate.signing.Digest;
import tollgate.tenant.Secret;

class ControlHashTest {

  /** Worked examples A and B. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A | ''  | SHA256 | CA021B65DD395C3EF0F89077552CB2D702757C6CE6A6DCF5991E3C595CC1E5D7
          A | ''  | MD5    | 5B6F9247098EE28C7D7AD0334373E59E
          A | ;   | SHA256 | 7026D66109F61F5149E10C4666335CAE0BFD74A0860AB3DA815FA938EC35D2EC
          B | ''  | SHA256 | 7B1212BCD3BFEB0C5C5A906F2B84264EDD1AA9F3949EAB05DDB0C37C40BF5860
          B | ;   | SHA256 | 343142F43CE0A0960829D694CBA717AAD3E96F1152042B046B91C18166E77AFC
          """)
  void theWorkedExamplesOfHashes(String example, String mark, Digest digest, String hash) {
    var key = new Secret("Tollgate-Demo-Key-7");
    var form = new Form(example.equals("A") ? EXAMPLE_A : EXAMPLE_B);
    var scheme = ControlHash.scheme(Algorithm.of(digest));

    assertThat(scheme.holds(ControlHash.text(mark, form), key, hash)).isTrue();
  }

  private static final Map<String, String> EXAMPLE_A =
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

  private static final Map<String, String> EXAMPLE_B =
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
}

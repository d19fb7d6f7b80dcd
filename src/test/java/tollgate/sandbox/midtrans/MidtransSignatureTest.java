package tollgate.sandbox.midtrans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of §10.1 in the protocol page on GoPay. */
class MidtransSignatureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TG-TOPUP-000001 | 200 | 15000.00  | SB-Mid-server-TollgateExample01 | 722bab9324b5dd9c327e71ecc87d5a133c95352a5d48031fdc7d7f14a67b5cae954dd8497e908823f9bf99de5728471bca7c92e6c28535fc569d9e9a738e1c0a
          TG-TOPUP-000002 | 202 | 250000.00 | SB-Mid-server-TollgateExample02 | a0826765a5c4642e02cda27adcb7f99a9f3863cdec83233f361f5d00e2210ad40d90c513f27f765f13bd4c95c1d1ff41502ee3a24bccda02b8b85758bf3e1d5f
          TG-TOPUP-000001 | 200 | 15000     | SB-Mid-server-TollgateExample01 | 1bcd65e83184300f
          TG-TOPUP-000001 | 200 | 15000.0   | SB-Mid-server-TollgateExample01 | 2af3ab195c9a49d9
          TG-TOPUP-000002 | 407 | 250000.00 | SB-Mid-server-TollgateExample02 | 50464ad64517d573
          """)
  void isAsWorkedOut(String order, String code, String amount, String key, String begins) {
    assertThat(MidtransSignature.of(order, code, amount, key)).hasSize(128).startsWith(begins);
  }
}

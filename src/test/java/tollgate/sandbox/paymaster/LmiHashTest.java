package tollgate.sandbox.paymaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.Autoplay;

/** The worked examples of the protocol page. */
class LmiHashTest {

  private static final List<String> NAMES =
      List.of(
          "LMI_MERCHANT_ID",
          "LMI_PAYMENT_NO",
          "LMI_SYS_PAYMENT_ID",
          "LMI_SYS_PAYMENT_DATE",
          "LMI_PAYMENT_AMOUNT",
          "LMI_CURRENCY",
          "LMI_PAID_AMOUNT",
          "LMI_PAID_CURRENCY",
          "LMI_PAYMENT_SYSTEM",
          "LMI_SIM_MODE");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sha256 | TG-1001;88000123;2026-01-17T09:05:07;499.90;RUB;499.90;RUB;3;0 | pX7pL/dq/Swmrs6Gkzewv2020O533G5esI2G73G7a80=
          sha1   | TG-1001;88000123;2026-01-17T09:05:07;499.90;RUB;499.90;RUB;3;0 | PFgPhIKyNrW44TeYWI0AQ4koXJ8=
          md5    | TG-1001;88000123;2026-01-17T09:05:07;499.90;RUB;499.90;RUB;3;0 | HDeDB48tZjC2jb8Sr0sbPw==
          sha256 | ;88000124;2026-01-17T09:06:00;10.00;RUB;10.00;RUB;503;         | ghuIybOE+8ZyeSvh6Ok153dpiqtoyJr/5thx0gtYMcI=
          """)
  void ofNotifications(String algorithm, String values, String hash) {
    var fields = new HashMap<String, String>();
    var all = ("6f1d0c9e-1111-4222-8333-0123456789ab;" + values).split(";", -1);
    for (var i = 0; i < all.length; i++) fields.put(NAMES.get(i), all[i]);

    assertThat(LmiHash.ofNotification(fields, "pm-demo-secret", algorithm)).isEqualTo(hash);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "n-0001, 88000123,             rPYzftxCiaTz0UkbEUBYGfpDE6U=",
    "n-0002, 88000123;100.00;RF-1, tzUFGGQ4+qlmI3eAU0dBFjVyvKg="
  })
  void ofCalls(String nonce, String own, String hash) {
    var account =
        new PaymasterAccount("", "", "", "tollgate-api", "p@ss-demo", "", Autoplay.NOBODY);

    assertThat(LmiHash.ofCall(account, nonce, List.of(own.split(";", -1)))).isEqualTo(hash);
  }
}

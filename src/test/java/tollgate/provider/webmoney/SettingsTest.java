package tollgate.provider.webmoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.tenant.Gateway;

class SettingsTest {

  private static final WebMoney WEBMONEY = new WebMoney();

  private static Gateway gateway(String field, String value) {
    return WebMoneys.gateway(Map.of(field, value));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          purse     | R1002003004   | must be a letter and 12 digits
          purse     | G100200300400 | must be a Z, E, R, U, K or B purse
          wmid      | 98765432109   | must be 12 digits
          mode      | live          | must be work or test
          charset   | koi8-r        | must be windows-1251 or utf-8
          hash      | SIGN          | must be SHA256 or MD5; SIGN is not supported
          form_urls | 1             | must be yes or no
          authtype  | phone         | must be the number of a means of payment
          sim_mode  | 3             | must be 0, 1 or 2
          refund_to | card          | must be purse or phone
          w3s       | w3s.example/  | must be an address without a slash after it
          """)
  void mistakesOfAGatewayAreTold(String field, String value, String rule) {
    assertThat(WEBMONEY.mistakes(gateway(field, value)))
        .containsExactly(Map.entry("fields." + field, rule));
    assertThat(WEBMONEY.mistakes(WebMoneys.gateway(Map.of()))).isEmpty();
  }

  @ParameterizedTest(name = "{0} through {1}")
  @CsvSource({
    "webmoney-wmr, R100200300400, true",
    "webmoney-wmz, R100200300400, false",
    "webmoney-wmz, Z100200300400, true",
    "webmoney-wme, E100200300400, true",
    "webmoney-wme, Z100200300400, false"
  })
  void aMethodNeedsAPurseOfItsOwnCurrency(String code, String purse, boolean fits) {
    var method =
        WEBMONEY.methods().stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();

    assertThat(WEBMONEY.refuses(method, gateway("purse", purse)).isEmpty()).isEqualTo(fits);
  }
}

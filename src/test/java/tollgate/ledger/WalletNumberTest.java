package tollgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.support.Seeds;

class WalletNumberTest {

  /** 7992739871 with check digit 3 is the worked example of Luhn's method. */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "1,                   000000000018",
    "9,                   000000000091",
    "7992739871,          079927398713",
    "99999999999,         999999999991",
    "100000000000,        1000000000009",
    "9223372036854775807, 92233720368547758074"
  })
  void ofSerials(long serial, String number) {
    assertThat(WalletNumber.of(serial)).isEqualTo(number);
    assertThat(WalletNumber.isValid(number)).isTrue();
  }

  @ParameterizedTest(name = "\"{0}\" is no number")
  @ValueSource(
      strings = {
        "",
        "0",
        "8",
        "18a",
        "000000000019",
        "٠٠",
        " 18",
        "18 ",
        "-18",
        "1８",
        "79927398710"
      })
  void notANumber(String text) {
    assertThat(WalletNumber.isValid(text)).isFalse();
  }

  @Test
  void aDigitMisheardIsNoticed() {
    Seeds.each(
        1000,
        draws -> {
          var number = WalletNumber.of(draws.between(1, 99_999_999_999L));
          var at = draws.below(number.length());
          var digit = (char) ('0' + draws.below(10));
          var heard = number.substring(0, at) + digit + number.substring(at + 1);

          assertThat(WalletNumber.isValid(heard)).isEqualTo(heard.equals(number));
        });
  }

  /** All neighbours but 09 and 90, which Luhn's method cannot tell apart. */
  @Test
  void twoDigitsSwappedAreNoticed() {
    Seeds.each(
        1000,
        draws -> {
          var number = WalletNumber.of(draws.between(1, 99_999_999_999L));
          var at = draws.below(number.length() - 1);
          var pair = number.substring(at, at + 2);
          var swapped = new StringBuilder(pair).reverse().toString();
          var heard = number.substring(0, at) + swapped + number.substring(at + 2);

          var alike = pair.equals(swapped) || pair.equals("09") || pair.equals("90");
          assertThat(WalletNumber.isValid(heard)).isEqualTo(alike);
        });
  }
}

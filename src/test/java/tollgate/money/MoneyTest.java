package tollgate.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.support.Seeds;

class MoneyTest {

  private static final Money MOST = Money.of(Long.MAX_VALUE, "EUR");
  private static final Money LEAST = Money.of(Long.MIN_VALUE, "EUR");
  private static final Money CENT = Money.of(1, "EUR");

  /** Digits after the point are ISO 4217's: none for yen, two for ringgit and rupiah, three. */
  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1050                 | EUR | 10.50
          1050                 | JPY | 1050
          1050                 | KWD | 1.050
          12550                | MYR | 125.50
          1500000              | IDR | 15000.00
          5                    | EUR | 0.05
          0                    | EUR | 0.00
          0                    | JPY | 0
          -5                   | EUR | -0.05
          7                    | XAU | 7
          9223372036854775807  | EUR | 92233720368547758.07
          -9223372036854775808 | EUR | -92233720368547758.08
          """)
  void minorAndMajor(long minor, String code, String decimal) {
    var money = Money.of(minor, code);

    assertThat(money.decimal()).isEqualTo(decimal);
    assertThat(money).hasToString(decimal + " " + code);
    assertThat(Money.parse(decimal, Currency.getInstance(code))).isEqualTo(money);
    assertThat(money.isPositive()).isEqualTo(minor > 0);
  }

  @ParameterizedTest(name = "{0} {1} is read as {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          15000      | IDR | 1500000
          15000.0000 | IDR | 1500000
          300.00     | JPY | 300
          007.10     | EUR | 710
          -0         | EUR | 0
          -1.5       | EUR | -150
          1          | KWD | 1000
          """)
  void otherTextsOfTheSame(String text, String code, long minor) {
    assertThat(Money.parse(text, Currency.getInstance(code)).minor()).isEqualTo(minor);
  }

  @ParameterizedTest(name = "\"{0}\" is no amount")
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "-.",
        "1.",
        ".5",
        "-.5",
        "1.2.3",
        "1,5",
        "1e2",
        "1E2",
        "0x1",
        "+1",
        " 1",
        "1 ",
        "--1",
        "1-",
        "1_000",
        "NaN",
        "Infinity",
        "٣",
        "１",
        "1/2",
        "1:",
        "000000000000000000000000000000001"
      })
  void notPlain(String text) {
    assertThatThrownBy(() -> Money.parse(text, CENT.currency()))
        .isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest(name = "{0} {1} is no whole number of minor units that fits")
  @CsvSource({
    "0.001, EUR",
    "1.5, JPY",
    "1.0001, KWD",
    "92233720368547758.08, EUR",
    "-92233720368547758.09, EUR",
    "9223372036854775808, JPY"
  })
  void notExact(String text, String code) {
    var currency = Currency.getInstance(code);

    assertThatThrownBy(() -> Money.parse(text, currency)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void theLongestTextThatIsReadHas32Characters() {
    assertThat(Money.parse("0".repeat(31) + "1", CENT.currency()).minor()).isEqualTo(100);
  }

  @Test
  void noSumIsWrapped() {
    assertThatThrownBy(() -> MOST.plus(CENT)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> LEAST.minus(CENT)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> CENT.minus(LEAST)).isInstanceOf(ArithmeticException.class);
    assertThat(MOST.minus(CENT).plus(CENT)).isEqualTo(MOST);
  }

  @Test
  void currenciesDoNotMix() {
    var yen = Money.of(1, "JPY");

    assertThatThrownBy(() -> CENT.plus(yen)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CENT.minus(yen)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CENT.compareTo(yen)).isInstanceOf(IllegalArgumentException.class);
    assertThat(CENT).isNotEqualTo(yen);
  }

  @Test
  void anUnknownCurrencyIsNone() {
    assertThatThrownBy(() -> Money.of(1, "XYZ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.of(1, "eur")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itIsOrderedByAmount() {
    assertThat(CENT).isLessThan(MOST).isGreaterThan(LEAST).isEqualByComparingTo(CENT);
    assertThat(Money.zero(CENT.currency()).isPositive()).isFalse();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Seeds.each(
        2000,
        draws -> {
          var money = Money.of(draws.anyLong(), draws.oneOf("EUR", "JPY", "KWD", "IDR", "CLF"));
          assertThat(Money.parse(money.decimal(), money.currency())).isEqualTo(money);
        });
  }
}

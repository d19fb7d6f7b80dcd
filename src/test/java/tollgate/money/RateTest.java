package tollgate.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.support.Seeds;

/** One currency in another, by example and by law. */
class RateTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency MYR = Currency.getInstance("MYR");

  /** Rounded once, half up, to the step. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # amount     | rate       | step | makes
          100.00 USD   | 4.7125     | 1    | 471.25 MYR
          0.01 USD     | 4.7125     | 1    | 0.05 MYR
          0.01 USD     | 0.4        | 1    | 0.00 MYR
          0.01 USD     | 0.5        | 1    | 0.01 MYR
          0.03 USD     | 0.5        | 1    | 0.02 MYR
          0.01 USD     | 0.499999   | 1    | 0.00 MYR
          1.00 MYR     | 3551.5     | 1    | 3551.50 IDR
          1.00 MYR     | 3551.5     | 100  | 3552.00 IDR
          1.00 MYR     | 3551.49    | 100  | 3551.00 IDR
          12.34 MYR    | 33.3       | 1    | 411 JPY
          1000 JPY     | 0.0300     | 1    | 30.00 MYR
          1 JPY        | 0.002      | 1    | 0.002 KWD
          1.250 KWD    | 15.4       | 1    | 19.25 MYR
          15000.00 IDR | 0.00028157 | 1    | 4.22 MYR
          """)
  void converts(String amount, String rate, long step, String makes) {
    var from = money(amount);
    var to = money(makes);

    var converted = Rate.parse(from.currency(), to.currency(), rate).convert(from, step);

    assertThat(converted).isEqualTo(to);
  }

  @Test
  void isNeverOffByMoreThanHalfAStep() {
    Seeds.each(
        2000,
        draws -> {
          var value = BigDecimal.valueOf(draws.between(1, 10_000_000), draws.below(7));
          var minor = draws.between(1, 1_000_000_000);
          var step = draws.oneOf(1L, 100L);

          var made = new Rate(USD, MYR, value).convert(new Money(minor, USD), step).minor();

          var exact = value.multiply(BigDecimal.valueOf(minor));
          var off = exact.subtract(BigDecimal.valueOf(made)).abs().multiply(BigDecimal.TWO);
          assertThat(off).isLessThanOrEqualTo(BigDecimal.valueOf(step));
          assertThat(made % step).isZero();
        });
  }

  @Test
  void whatDoesNotFitIsRefused() {
    var rate = Rate.parse(USD, MYR, "999999999999");

    assertThatThrownBy(() -> rate.convert(new Money(Long.MAX_VALUE, USD), 1))
        .isInstanceOf(ArithmeticException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> rate.convert(new Money(1, MYR), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0.0", "-1", "1,5", "1.", ".5", "1e3", "1.12345678901", "NaN"})
  void isAPlainNumberAboveZero(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(USD, MYR, text));
  }

  @Test
  void isBetweenTwoCurrencies() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(USD, USD, "1"));
  }

  private static Money money(String text) {
    var words = text.split(" ", 2);
    return Money.parse(words[0], Currency.getInstance(words[1]));
  }
}

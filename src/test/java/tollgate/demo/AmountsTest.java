package tollgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;

class AmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          25            | MYR | 2500      | RM 25.00
          25.5          | MYR | 2550      | RM 25.50
          1,250.50      | MYR | 125050    | RM 1,250.50
          15,000        | IDR | 1500000   | Rp 15,000
          15000.25      | IDR | 1500025   | Rp 15,000.25
          1,000,000     | IDR | 100000000 | Rp 1,000,000
          250           | USD | 25000     | $ 250.00
          0.99          | EUR | 99        | € 0.99
          300           | JPY | 300       | JPY 300
          """)
  void amountsAreReadAndWrittenAsPeopleDo(String text, String code, long minor, String words) {
    var money = Amounts.read(text, Currency.getInstance(code)).orElseThrow();

    assertThat(money).isEqualTo(Money.of(minor, code));
    assertThat(Amounts.words(money)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0",
    "0.00",
    "-1",
    "+1",
    "1e3",
    "1.001",
    "'1,5'",
    "'12,34,567'",
    "''",
    "9999999999999999"
  })
  void anythingDoubtfulIsNoAmount(String text) {
    assertThat(Amounts.read(text, Currency.getInstance("MYR"))).isEmpty();
  }
}

package tollgate.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.support.Draws;
import tollgate.support.Seeds;

/** What an operation costs, by example and by law. */
class CommissionTest {

  /** Added exactly, held within least and most, rounded once, half up, to the method's step. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # cur | percent | fixed | least | most  | bearer   | step | amount      | paid        | arrives     | fee    | owed
          MYR   | 0       | 0     | 0     |       | payer    | 1    | 500.00      | 500.00      | 500.00      | 0.00   | 0.00
          MYR   | 2       | 0     | 0     |       | payer    | 1    | 500.00      | 510.00      | 500.00      | 10.00  | 0.00
          MYR   | 2       | 0     | 0     |       | receiver | 1    | 500.00      | 500.00      | 490.00      | 10.00  | 0.00
          MYR   | 2       | 0     | 0     |       | company  | 1    | 500.00      | 500.00      | 500.00      | 10.00  | 10.00
          MYR   | 2.5     | 0.30  | 0     |       | payer    | 1    | 100.00      | 102.80      | 100.00      | 2.80   | 0.00
          MYR   | 1.5     | 0     | 0     |       | payer    | 1    | 0.33        | 0.33        | 0.33        | 0.00   | 0.00
          MYR   | 1.5     | 0     | 0     |       | payer    | 1    | 0.34        | 0.35        | 0.34        | 0.01   | 0.00
          MYR   | 50      | 0     | 0     |       | payer    | 1    | 0.01        | 0.02        | 0.01        | 0.01   | 0.00
          MYR   | 50      | 0.01  | 0     |       | payer    | 1    | 0.01        | 0.03        | 0.01        | 0.02   | 0.00
          MYR   | 0.0001  | 0     | 0     |       | payer    | 1    | 4999.99     | 4999.99     | 4999.99     | 0.00   | 0.00
          MYR   | 0.0001  | 0     | 0     |       | payer    | 1    | 5000.00     | 5000.01     | 5000.00     | 0.01   | 0.00
          MYR   | 1       | 0     | 0.50  |       | payer    | 1    | 10.00       | 10.50       | 10.00       | 0.50   | 0.00
          MYR   | 1       | 0.10  | 0.50  |       | payer    | 1    | 40.00       | 40.50       | 40.00       | 0.50   | 0.00
          MYR   | 1       | 0.10  | 0.50  |       | payer    | 1    | 40.49       | 40.99       | 40.49       | 0.50   | 0.00
          MYR   | 1       | 0.10  | 0.50  |       | payer    | 1    | 40.50       | 41.01       | 40.50       | 0.51   | 0.00
          MYR   | 3       | 0     | 0     | 20.00 | payer    | 1    | 30000.00    | 30020.00    | 30000.00    | 20.00  | 0.00
          MYR   | 0       | 0     | 7.00  | 7.00  | receiver | 1    | 10.00       | 10.00       | 3.00        | 7.00   | 0.00
          MYR   | 100     | 0     | 0     |       | receiver | 1    | 10.00       | 10.00       | 0.00        | 10.00  | 0.00
          MYR   | 100     | 1.00  | 0     |       | receiver | 1    | 10.00       | 10.00       | -1.00       | 11.00  | 0.00
          IDR   | 2       | 0     | 0     |       | payer    | 100  | 15000.00    | 15300.00    | 15000.00    | 300.00 | 0.00
          IDR   | 0.7     | 0     | 0     |       | payer    | 100  | 10001.00    | 10071.00    | 10001.00    | 70.00  | 0.00
          IDR   | 0.75    | 0     | 0     |       | payer    | 100  | 15002.00    | 15115.00    | 15002.00    | 113.00 | 0.00
          IDR   | 0       | 0.49  | 0     |       | payer    | 100  | 15000.00    | 15000.00    | 15000.00    | 0.00   | 0.00
          IDR   | 0       | 0.50  | 0     |       | payer    | 100  | 15000.00    | 15001.00    | 15000.00    | 1.00   | 0.00
          JPY   | 3.6     | 40    | 0     |       | payer    | 1    | 1000        | 1076        | 1000        | 76     | 0
          KWD   | 1       | 0     | 0     |       | receiver | 1    | 1.250       | 1.250       | 1.237       | 0.013  | 0.000
          """)
  void whoPaysWhat(
      String currency,
      String percent,
      String fixed,
      String least,
      @Nullable String most,
      String bearer,
      long step,
      String amount,
      String paid,
      String arrives,
      String fee,
      String owed) {
    var money = Currency.getInstance(currency);
    var tariff =
        new Tariff(
            Percent.parse(percent),
            Money.parse(fixed, money),
            Money.parse(least, money),
            most == null ? null : Money.parse(most, money),
            Bearer.valueOf(bearer.toUpperCase(Locale.ROOT)));

    var commission = Commission.of(tariff, Money.parse(amount, money), step);

    assertThat(commission.paid().decimal()).as("paid").isEqualTo(paid);
    assertThat(commission.arrives().decimal()).as("arrives").isEqualTo(arrives);
    assertThat(commission.fee().decimal()).as("fee").isEqualTo(fee);
    assertThat(commission.owed().decimal()).as("owed").isEqualTo(owed);
    assertThat(commission.leavesSomething()).isEqualTo(commission.arrives().isPositive());
  }

  @Test
  void nothingIsLostAndTheFeeKeepsItsBoundsAndItsStep() {
    Seeds.each(
        2000,
        draws -> {
          var step = draws.percent(50) ? 1 : 100;
          var tariff = tariff(draws, step);
          var amount = Money.of(draws.between(1, 3_000_000_000L), "IDR");

          var commission = Commission.of(tariff, amount, step);

          assertThat(commission.paid().plus(commission.owed()))
              .isEqualTo(commission.arrives().plus(commission.fee()));
          assertThat(commission.fee().minor() % step).isZero();
          assertThat(commission.fee()).isGreaterThanOrEqualTo(tariff.least());
          if (tariff.most() != null) {
            assertThat(commission.fee()).isLessThanOrEqualTo(tariff.most());
          }
          assertThat(Commission.of(tariff, amount.plus(Money.of(step, "IDR")), step).fee())
              .as("more costs no less")
              .isGreaterThanOrEqualTo(commission.fee());
        });
  }

  private static Tariff tariff(Draws draws, long step) {
    var least = draws.below(1000) * step;
    return new Tariff(
        new Percent(draws.below(1_000_001)),
        Money.of(draws.below(100_000), "IDR"),
        Money.of(least, "IDR"),
        draws.percent(50) ? null : Money.of(least + draws.below(1000) * step, "IDR"),
        draws.oneOf(Bearer.values()));
  }

  @Test
  void aTariffIsForItsCurrencyAlone() {
    var free = Tariff.free(Currency.getInstance("MYR"));

    assertThatThrownBy(() -> Commission.of(free, Money.of(1, "IDR")))
        .hasMessage("MYR tariff on IDR");
    assertThat(Commission.of(free, Money.of(7, "MYR")).paid()).isEqualTo(Money.of(7, "MYR"));
  }

  @Test
  void whatDoesNotFitIsNotWrapped() {
    var all = new Tariff(new Percent(1_000_000), zero(), zero(), null, Bearer.PAYER);

    assertThatThrownBy(() -> Commission.of(all, Money.of(Long.MAX_VALUE, "MYR")))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({"2.5, 25000", "0, 0", "100, 1000000", "0.0001, 1", "007, 70000"})
  void percentages(String text, int millionths) {
    assertThat(Percent.parse(text)).isEqualTo(new Percent(millionths));
    assertThat(Percent.parse(new Percent(millionths).toString()).millionths())
        .isEqualTo(millionths);
  }

  @ParameterizedTest
  @CsvSource({"'2,5'", "-1", "100.0001", "1e2", "2.", ".5", "2.5%", "''", "1.00001", "٢"})
  void noPercentages(String text) {
    assertThatThrownBy(() -> Percent.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noTariffs() {
    var cent = Money.of(1, "MYR");
    assertThatThrownBy(() -> new Tariff(Percent.ZERO, zero().minus(cent), zero(), null, payer()))
        .hasMessageContaining("fixed");
    assertThatThrownBy(() -> new Tariff(Percent.ZERO, zero(), zero().minus(cent), null, payer()))
        .hasMessageContaining("least");
    assertThatThrownBy(() -> new Tariff(Percent.ZERO, zero(), cent, zero(), payer()))
        .hasMessageContaining("most");
    assertThatThrownBy(() -> new Tariff(Percent.ZERO, zero(), Money.of(1, "IDR"), null, payer()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Bearer payer() {
    return Bearer.PAYER;
  }

  private static Money zero() {
    return Money.of(0, "MYR");
  }
}

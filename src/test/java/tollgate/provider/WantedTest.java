package tollgate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.payment.Sales;
import tollgate.provider.Refunds.Wanted;

class WantedTest {

  private static final Money MONEY = Money.of(5000, "RUB");

  private static long serial(long operation, String openedAt) {
    var at = Instant.parse(openedAt);
    return wanted(sale(new Succeeded(), at), refund(operation, at)).serial();
  }

  private static Wanted wanted(Sale sale, Refund refund) {
    return Wanted.of(sale, refund, "http://pay.example", Orders.STAMP);
  }

  private static Sale sale(PaymentState state, Instant at) {
    var id = new Payment.Id(212, 1001);
    return new Sale(
        id, Sales.SALE.of(MONEY).terms(id), state, "", 0, at, at, List.of(), Payer.NONE);
  }

  private static Refund refund(long operation, Instant at) {
    var wish = new Refund.Wish("req-1", null, "", null);
    return new Refund(
        operation, Refund.Kind.REFUND, MONEY, MONEY, wish, new Processing(false), "", at, at);
  }

  /** Nodes number operations in blocks, so the later refund may have the lesser number. */
  @ParameterizedTest
  @CsvSource({
    "70001, 2026-11-22T10:15:30.123Z, 3, 2026-11-22T10:15:30.124Z",
    "999, 2026-11-22T10:15:30.123Z, 1000, 2026-11-22T10:15:30.124Z",
    "998, 2026-11-22T10:15:30.123Z, 999, 2026-11-22T10:15:30.123Z",
    "3, 2026-01-01T00:00:00Z, 4, 2057-09-01T00:00:00Z"
  })
  void serialsGrowOverAllNodesAndHaveFifteenDigits(
      long operation, String at, long next, String later) {
    assertThat(serial(operation, at)).isLessThan(serial(next, later));
    assertThat(serial(next, later)).isBetween(1L, 999_999_999_999_999L);
  }

  /** A refund must not wait for ever because less came late than was asked for. */
  @ParameterizedTest
  @CsvSource({"succeeded, 5000", "paid late, 4900"})
  void theSaleIsOfWhatWasTaken(String state, long taken) {
    var late = new PaidLate(Code.AUTO_DECLINE, Money.of(4900, "RUB"));
    var sale = sale(state.equals("succeeded") ? new Succeeded() : late, Sales.AT);
    var wanted = wanted(sale, refund(3001, Sales.AT));

    assertThat(wanted.sale().amount()).isEqualTo(Money.of(taken, "RUB"));
  }

  /** The database keeps microseconds. */
  @Test
  void aRepeatHasTheSameSerial() {
    assertThat(serial(3001, "2026-11-22T10:15:30.123999999Z"))
        .isEqualTo(serial(3001, "2026-11-22T10:15:30.123999Z"))
        .isNotEqualTo(serial(3002, "2026-11-22T10:15:30.123999Z"));
  }
}

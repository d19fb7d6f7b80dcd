package tollgate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.payment.Sales;
import tollgate.provider.Refunds.Wanted;

class WantedTest {

  private static long serial(long operation, String openedAt) {
    var money = Money.of(5000, "RUB");
    var wish = new Refund.Wish("req-1", null, "", null);
    var at = Instant.parse(openedAt);
    var refund =
        new Refund(
            operation, Refund.Kind.REFUND, money, money, wish, new Processing(false), "", at, at);
    var id = new Payment.Id(212, 1001);
    var terms = Sales.SALE.of(money).terms(id);
    var sale = new Sale(id, terms, new Succeeded(), "", 0, at, at, List.of(), Payer.NONE);
    return Wanted.of(sale, refund, "http://pay.example", Orders.STAMP).serial();
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

  /** The database keeps microseconds. */
  @Test
  void aRepeatHasTheSameSerial() {
    assertThat(serial(3001, "2026-11-22T10:15:30.123999999Z"))
        .isEqualTo(serial(3001, "2026-11-22T10:15:30.123999Z"))
        .isNotEqualTo(serial(3002, "2026-11-22T10:15:30.123999Z"));
  }
}

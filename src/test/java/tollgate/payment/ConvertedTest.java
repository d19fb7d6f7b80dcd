package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Words.book;
import static tollgate.payment.Words.outcome;
import static tollgate.payment.Words.refund;
import static tollgate.payment.Words.state;

import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.LateRefundRequested;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.support.Draws;
import tollgate.support.Seeds;
import tollgate.tenant.Bearer;
import tollgate.tenant.LateSuccess;

/** A sale of 1.00 MYR that is charged in rupiah, whole ones only, at 3551.5: 355200 hundredths. */
class ConvertedTest {

  private static final Instant LATER = AT.plusSeconds(90);
  private static final Sales CONVERTED =
      SALE.of(Sales.ringgit(100)).chargedIn("IDR", "3551.5", 100);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          355200 IDR | succeeded      | clearing→exchange 355200 IDR, exchange→merchant 100
          355150 IDR | AMOUNT_DIFFERS |
          100 MYR    | AMOUNT_DIFFERS |
          """)
  void bothLegsGoThroughTheExchange(String paid, String becomes, String book) {
    var decision = CONVERTED.in(state("awaiting")).apply(approved(paid), LATER);

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(book(decision)).isEqualTo(book);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREDIT | 355200 IDR | clearing→suspense 355200 IDR, suspense→exchange 355200 IDR, exchange→merchant 100
          CREDIT | 355100 IDR | clearing→suspense 355100 IDR
          HOLD   | 355200 IDR | clearing→suspense 355200 IDR
          REFUND | 355200 IDR | clearing→suspense 355200 IDR
          """)
  void lateMoneyIsHeldAsItCame(LateSuccess policy, String paid, String book) {
    var decision = CONVERTED.late(policy).in(state("declined")).apply(approved(paid), LATER);

    assertThat(book(decision)).isEqualTo(book);
  }

  @Test
  void lateMoneyGoesBackAsItCame() {
    var late =
        (Sale) CONVERTED.in(state("declined")).apply(approved("355200 IDR"), LATER).payment();

    var back = late.apply(new LateRefundRequested(refund(7, 0)), LATER);
    var done = back.payment().apply(new RefundApproved(7, THEIRS), LATER);

    assertThat(book(back)).isEqualTo("suspense→reserved 355200 IDR");
    assertThat(book(done)).isEqualTo("reserved→clearing 355200 IDR");
  }

  @Test
  void theCommissionIsInItsOwnCurrency() {
    var sale =
        SALE.of(Sales.ringgit(100)).costing(Bearer.PAYER, "2", 3).chargedIn("IDR", "3551.5", 1);

    var decision = sale.in(state("awaiting")).apply(approved("372908 IDR"), LATER);

    assertThat(book(decision))
        .isEqualTo("clearing→exchange 372908 IDR, exchange→merchant 100, exchange→fees 5");
  }

  /** At the frozen rate, never rounded up, and all of it is all of it. */
  @ParameterizedTest(name = "{0}, then {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before | wanted | gives         | so that
          0        | 100    | 355200 IDR    | merchant→reserved 100
          0        | 40     | 142000 IDR    | merchant→reserved 40
          0        | 1      | 3500 IDR      | merchant→reserved 1
          40       | 60     | 213200 IDR    | merchant→reserved 60
          40       | 0      | 213200 IDR    | merchant→reserved 60
          99       | 1      | 3600 IDR      | merchant→reserved 1
          """)
  void refundsConvertBack(long before, long wanted, String gives, String book) {
    var sale = CONVERTED.in(new Succeeded());
    if (before > 0) sale = settled(asked(sale, 3, before), 3);

    var decision = sale.apply(new RefundRequested(refund(7, wanted)), LATER);

    assertThat(book(decision)).isEqualTo(book);
    var refund = decision.payment().refund(7);
    assertThat(refund.charged()).isEqualTo(money(gives));
    assertThat(book(decision.payment().apply(new RefundApproved(7, THEIRS), LATER)))
        .isEqualTo("reserved→exchange " + refund.amount().minor() + ", exchange→clearing " + gives);
  }

  @Test
  void whatIsNothingThereIsDenied() {
    var sale = SALE.of(Sales.ringgit(10000)).chargedIn("USD", "0.002", 1).in(new Succeeded());

    assertThat(outcome(sale.apply(new RefundRequested(refund(7, 499)), LATER)))
        .isEqualTo("denied 3358");
    assertThat(outcome(sale.apply(new RefundRequested(refund(7, 500)), LATER)))
        .isEqualTo("succeeded");
  }

  /** However it is cut into parts, and whichever of them the provider declines. */
  @Test
  void refundsNeverGiveMoreThanWasCharged() {
    Seeds.each(
        2000,
        draws -> {
          var first = converted(draws);
          var now = first;
          for (int operation = 1; operation < 9; operation++) {
            var minor = draws.percent(30) ? 0 : draws.between(1, first.terms().amount().minor());
            var decision = now.apply(new RefundRequested(refund(operation, minor)), LATER);
            if (decision instanceof Denied) continue;

            now = asked(now, operation, minor);
            if (draws.percent(40)) now = settled(now, operation);
            else if (draws.percent(50)) now = declined(now, operation);
          }
          assertShares(now);
        });
  }

  private static void assertShares(Sale sale) {
    var given = new ArrayList<Long>();
    var back = 0L;
    for (var refund : sale.refunds()) {
      if (!refund.isDone() && !refund.isInFlight()) continue;

      assertThat(refund.charged().isPositive()).isTrue();
      given.add(refund.charged().minor());
      back += refund.amount().minor();
    }
    var total = given.stream().mapToLong(Long::longValue).sum();
    var terms = sale.terms();
    assertThat(total).isLessThanOrEqualTo(terms.charged().minor());
    if (back == terms.paid().minor()) assertThat(total).isEqualTo(terms.charged().minor());
  }

  private static Sale converted(Draws draws) {
    var sale = SALE.of(Sales.ringgit(draws.between(100, 100_000)));
    if (draws.percent(50)) sale = sale.costing(draws.oneOf(Bearer.values()), "1.5", 3);
    var rate = draws.below(4000) + "." + draws.between(1, 999);
    return sale.chargedIn("IDR", rate, draws.oneOf(1L, 100L)).in(new Succeeded());
  }

  private static Sale asked(Sale sale, long operation, long minor) {
    var decision = sale.apply(new RefundRequested(refund(operation, minor)), LATER);
    return (Sale) ((Funded) decision).step().payment();
  }

  private static Sale settled(Sale sale, long operation) {
    return (Sale) ((Step) sale.apply(new RefundApproved(operation, THEIRS), LATER)).payment();
  }

  private static Sale declined(Sale sale, long operation) {
    var no = new RefundDeclined(operation, Code.ACQUIRER_BALANCE_SHORT);
    return (Sale) ((Step) sale.apply(no, LATER)).payment();
  }

  private static SaleApproved approved(String paid) {
    return new SaleApproved(money(paid), THEIRS);
  }

  private static Money money(String text) {
    var words = text.split(" ", 2);
    return Money.of(Long.parseLong(words[0]), words[1]);
  }
}

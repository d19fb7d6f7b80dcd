package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.ANY;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.ringgit;
import static tollgate.payment.Words.AGREED;
import static tollgate.payment.Words.book;
import static tollgate.payment.Words.outcome;
import static tollgate.payment.Words.refund;
import static tollgate.payment.Words.world;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentState.Succeeded;

/** The rules of giving money back; the sale is one of 100 ringgit sen, paid at {@code AT}. */
class RefundTest {

  private static final Sale SOLD = SALE.of(AGREED).in(new Succeeded());
  private static final Sale TOPPED_UP = SALE.of(AGREED).into("000000000018").in(new Succeeded());

  @ParameterizedTest(name = "after {0} refunded and {1} in flight, {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # done | flying | wanted | is          | book
          0      | 0      | 100    | succeeded   | merchant→reserved 100
          0      | 0      | 1      | succeeded   | merchant→reserved 1
          0      | 0      | 0      | succeeded   | merchant→reserved 100
          0      | 0      | 101    | denied 3283 |
          60     | 0      | 40     | succeeded   | merchant→reserved 40
          60     | 0      | 0      | succeeded   | merchant→reserved 40
          60     | 0      | 41     | denied 3283 |
          0      | 60     | 41     | denied 3283 |
          0      | 60     | 0      | succeeded   | merchant→reserved 40
          30     | 30     | 40     | succeeded   | merchant→reserved 40
          30     | 30     | 41     | denied 3283 |
          100    | 0      | 1      | denied 3060 |
          100    | 0      | 0      | denied 3060 |
          60     | 40     | 1      | denied 3060 |
          """)
  void neverMoreThanWasPaid(long done, long flying, long wanted, String is, String book) {
    var sale = SOLD;
    if (done > 0) sale = approved(asked(sale, 3, done), 3);
    if (flying > 0) sale = asked(sale, 4, flying);

    var decision = sale.apply(new RefundRequested(refund(7, wanted)), AT);

    assertThat(outcome(decision)).isEqualTo(is);
    assertThat(book(decision)).isEqualTo(book);
  }

  @Test
  void whatWasDeclinedMayBeAskedForAgain() {
    var sale = step(asked(SOLD, 3, 100), new RefundDeclined(3, Code.ACQUIRER_BALANCE_SHORT));

    assertThat(outcome(sale.apply(new RefundRequested(refund(7, 100)), AT))).isEqualTo("succeeded");
    assertThat(sale.left()).isEqualTo(AGREED);
  }

  @Test
  void theOneWhoGotTheMoneyGivesItBack() {
    var decision = (Funded) TOPPED_UP.apply(new RefundRequested(refund(7, 40)), AT);

    assertThat(book(decision)).isEqualTo("wallet→reserved 40");
    assertThat(world(decision)).isEqualTo("refund");
    assertThat(decision.ifShort()).isEqualTo(new Denied(TOPPED_UP, Code.STATUS_DOES_NOT_ALLOW));
    assertThat(decision.step().operation()).isEqualTo(7);
  }

  @Test
  void aCompanyWithoutTheMoneyIsToldSo() {
    var decision = (Funded) SOLD.apply(new RefundRequested(refund(7, 40)), AT);

    assertThat(decision.ifShort()).isEqualTo(new Denied(SOLD, Code.MERCHANT_BALANCE_SHORT));
  }

  @Test
  void theProvidersYesSettlesIt() {
    var decision = asked(SOLD, 7, 40).apply(new RefundApproved(7, "R-1"), AT);

    assertThat(book(decision)).isEqualTo("reserved→clearing 40");
    assertThat(world(decision)).isEqualTo("tell");
    assertThat(((Sale) decision.payment()).left()).isEqualTo(ringgit(60));
    assertThat(decision.payment().refund(7).providersId()).isEqualTo("R-1");
  }

  @Test
  void theProvidersNoGivesItBackToWhomItWasTakenFrom() {
    var no = new RefundDeclined(7, Code.ACQUIRER_BALANCE_SHORT);

    assertThat(book(asked(SOLD, 7, 40).apply(no, AT))).isEqualTo("reserved→merchant 40");
    assertThat(book(asked(TOPPED_UP, 7, 40).apply(no, AT))).isEqualTo("reserved→wallet 40");
    assertThat(world(asked(SOLD, 7, 40).apply(no, AT))).isEqualTo("tell");
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # is     | comes    | becomes
          flying   | pending  | ignored
          approved | approved | ignored
          approved | pending  | ignored
          approved | known    | ignored
          approved | sent     | ignored
          declined | known    | ignored
          declined | sent     | ignored
          sent     | sent     | ignored
          sent     | pending  | ignored
          known    | known    | ignored
          known    | pending  | ignored
          approved | declined | CONTRADICTION
          declined | declined | ignored
          declined | pending  | ignored
          declined | approved | CONTRADICTION
          """)
  void whatIsDecidedStays(String is, String comes, String becomes) {
    var sale = asked(SOLD, 7, 40);
    if (!is.equals("flying")) sale = step(sale, event(is));

    var decision = sale.apply(event(comes), AT.plusSeconds(9));

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(decision.payment()).isEqualTo(sale);
  }

  @ParameterizedTest(name = "{0} of 100, {1} later in {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # AT is 02:00 UTC
          100 | PT0S      | UTC               | REVERSAL
          100 | PT21H59M  | UTC               | REVERSAL
          100 | PT22H     | UTC               | REFUND
          100 | PT13H     | Asia/Kuala_Lumpur | REVERSAL
          100 | PT14H     | Asia/Kuala_Lumpur | REFUND
          99  | PT0S      | UTC               | REFUND
          """)
  void theWholeAmountOnTheSameBusinessDayIsAReversal(
      long minor, Duration later, ZoneId zone, Refund.Kind kind) {
    var wish = refund(7, minor).wish();
    var request = new Refund.Request(7, ringgit(minor), wish, zone);

    var decision = SOLD.apply(new RefundRequested(request), AT.plus(later));

    assertThat(decision.payment().refund(7).kind()).isEqualTo(kind);
  }

  @Test
  void theMerchantsOwnIdIsUsedOnceASale() {
    var wish = new Refund.Wish("req-1", "mine-1", "", null);
    var request = new Refund.Request(7, ringgit(10), wish, ZoneOffset.UTC);
    var again = new Refund.Request(8, ringgit(10), wish, ZoneOffset.UTC);
    var sale = step(SOLD, new RefundRequested(request));

    assertThat(outcome(sale.apply(new RefundRequested(again), AT))).isEqualTo("denied 3230");
  }

  @Test
  void theSameRequestTwiceIsOneRefund() {
    var sale = asked(SOLD, 7, 40);

    assertThat(outcome(sale.apply(new RefundRequested(refund(7, 40)), AT))).isEqualTo("ignored");
  }

  @Test
  void theCurrencyIsThatOfTheSale() {
    var request = new Refund.Request(7, Money.of(10, "IDR"), refund(7, 10).wish(), ZoneOffset.UTC);

    assertThat(outcome(SOLD.apply(new RefundRequested(request), AT))).isEqualTo("denied 3284");
  }

  @Test
  void aWalletThatPaidGetsItBackAtOnce() {
    var id = new Payment.Id(210, 1);
    var sale =
        (Sale)
            ((Funded) Sale.open(id, SALE.of(AGREED).paidBy("000000000026").terms(id), ANY, AT))
                .payment();

    var decision = sale.apply(new RefundRequested(refund(7, 40)), AT);

    assertThat(book(decision)).isEqualTo("merchant→wallet 40");
    assertThat(world(decision)).isEqualTo("tell");
    assertThat(((Sale) decision.payment()).left()).isEqualTo(ringgit(60));
  }

  @Test
  void aWalletPaysAtOnceOrNotAtAll() {
    var id = new Payment.Id(210, 1);
    var terms = SALE.of(AGREED).paidBy("000000000026").terms(id);

    var proposal = (Funded) Sale.open(id, terms, ANY, AT);

    assertThat(outcome(proposal)).isEqualTo("succeeded");
    assertThat(book(proposal)).isEqualTo("wallet→merchant 100");
    assertThat(world(proposal)).isEqualTo("tell");
    assertThat(outcome(proposal.ifShort())).isEqualTo("declined 20105");
    assertThat(book(proposal.ifShort())).isNull();
    assertThat(world(proposal.ifShort())).isEqualTo("tell");
  }

  private static PaymentEvent event(String word) {
    return switch (word) {
      case "approved" -> new RefundApproved(7, "R-1");
      case "declined" -> new RefundDeclined(7, Code.ACQUIRER_BALANCE_SHORT);
      case "pending" -> new RefundPending(7);
      case "known" -> new RefundPending(7, "R-1");
      case "sent" -> new RefundDispatched(7);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Sale asked(Sale sale, long operation, long minor) {
    return step(sale, new RefundRequested(refund(operation, minor)));
  }

  private static Sale approved(Sale sale, long operation) {
    return step(sale, new RefundApproved(operation, "R-" + operation));
  }

  private static Sale step(Sale sale, PaymentEvent event) {
    var decision = sale.apply(event, AT);
    var step = decision instanceof Funded funded ? funded.step() : (Step) decision;
    return (Sale) step.payment();
  }
}

package tollgate.payment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.ringgit;
import static tollgate.payment.Words.AGREED;
import static tollgate.payment.Words.book;
import static tollgate.payment.Words.outcome;
import static tollgate.payment.Words.refund;
import static tollgate.payment.Words.state;
import static tollgate.payment.Words.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Decision.Funded;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.tenant.Bearer;
import tollgate.tenant.LateSuccess;

/** A sale of 100 at 2 percent and 3 beside: 5, borne by one of three. */
class CommissionedTest {

  private static final Instant LATER = AT.plusSeconds(90);

  @ParameterizedTest(name = "{0}, paid {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # bearer | to     | paid | becomes        | book                                      | if short
          PAYER    | wallet | 105  | succeeded      | clearing→wallet 100, clearing→fees 5      |
          PAYER    |        | 105  | succeeded      | clearing→merchant 100, clearing→fees 5    |
          PAYER    | wallet | 100  | AMOUNT_DIFFERS |                                           |
          RECEIVER | wallet | 100  | succeeded      | clearing→wallet 95, clearing→fees 5       |
          RECEIVER |        | 100  | succeeded      | clearing→merchant 95, clearing→fees 5     |
          RECEIVER | wallet | 105  | AMOUNT_DIFFERS |                                           |
          COMPANY  | wallet | 100  | succeeded      | clearing→wallet 100, merchant→fees 5      | clearing→wallet 100, owed→fees 5
          COMPANY  | wallet | 105  | AMOUNT_DIFFERS |                                           |
          """)
  void whatIsPaidIsSplit(
      Bearer bearer, String to, long paid, String becomes, String book, String ifShort) {
    var decision = sale(bearer, to).in(state("awaiting")).apply(approved(paid), LATER);

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(book(decision)).isEqualTo(book);
    assertThat(shortOf(decision)).isEqualTo(ifShort);
  }

  @ParameterizedTest(name = "{0}, {1} late: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAYER    | 105 | credited 20105, 105 | clearing→suspense 105, suspense→wallet 100, suspense→fees 5
          RECEIVER | 100 | credited 20105, 100 | clearing→suspense 100, suspense→wallet 95, suspense→fees 5
          COMPANY  | 100 | credited 20105, 100 | clearing→suspense 100, suspense→wallet 100, merchant→fees 5
          PAYER    | 100 | late 20105, 100     | clearing→suspense 100
          """)
  void lateMoneyIsSplitAlike(Bearer bearer, long paid, String becomes, String book) {
    var sale = sale(bearer, "wallet").late(LateSuccess.CREDIT).in(state("declined"));

    var decision = sale.apply(approved(paid), LATER);

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(book(decision)).isEqualTo(book);
  }

  /** The commission stays: a wallet gives back what it got, a company may give back all. */
  @ParameterizedTest(name = "{0} {1}: {2} of it back is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAYER    | wallet | 100 | wallet→reserved 100   | succeeded
          PAYER    | wallet | 101 |                       | denied 3283
          PAYER    |        | 0   | merchant→reserved 100 | succeeded
          RECEIVER | wallet | 0   | wallet→reserved 95    | succeeded
          RECEIVER | wallet | 96  |                       | denied 3283
          RECEIVER |        | 0   | merchant→reserved 100 | succeeded
          RECEIVER |        | 101 |                       | denied 3283
          COMPANY  | wallet | 0   | wallet→reserved 100   | succeeded
          """)
  void refunds(Bearer bearer, String to, long wanted, String book, String becomes) {
    var sale = sale(bearer, to).in(new Succeeded());

    var decision = sale.apply(new RefundRequested(refund(7, wanted)), LATER);

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(book(decision)).isEqualTo(book);
  }

  /** The limits hold what the customer pays, and what leaves nothing is declined. */
  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # bearer | amount | becomes       | world
          PAYER    | 1000   | declined 2642 | tell
          PAYER    | 977    | processing    | call
          RECEIVER | 1000   | processing    | call
          RECEIVER | 3      | declined 3358 | tell
          RECEIVER | 2      | declined 3358 | tell
          COMPANY  | 2      | processing    | call
          """)
  void opens(Bearer bearer, long amount, String becomes, String world) {
    var id = new Payment.Id(210, 5);
    var terms = SALE.of(ringgit(amount)).into(WALLET).costing(bearer, "2", 3).terms(id);

    var decision = Sale.open(id, terms, new Payment.Range(1, 1000), AT);

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(world(decision)).isEqualTo(world);
  }

  /** The company pays what is added, be it on top or its own; deducted, the customer gets less. */
  @ParameterizedTest(name = "payout, {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAYER    | merchant→reserved 105 | reserved→clearing 100, reserved→fees 5 | reserved→merchant 105 | 100
          RECEIVER | merchant→reserved 100 | reserved→clearing 95, reserved→fees 5  | reserved→merchant 100 | 95
          COMPANY  | merchant→reserved 105 | reserved→clearing 100, reserved→fees 5 | reserved→merchant 105 | 100
          """)
  void payouts(Bearer bearer, String open, String paidOut, String not, long asked) {
    var terms = payout(bearer, 100);
    var id = new Payment.Id(210, 5);

    var proposal = Payout.open(id, terms, new Payment.Range(asked, asked), AT);
    var payout = proposal.payment();

    assertThat(book(proposal)).isEqualTo(open);
    assertThat(payout.askedFor()).isEqualTo(ringgit(asked));
    assertThat(book(payout.apply(Words.event("paid out"), LATER))).isEqualTo(paidOut);
    assertThat(book(payout.apply(Words.event("not paid out"), LATER))).isEqualTo(not);
  }

  @Test
  void aPayoutOfWhichNothingWouldArriveIsDeclined() {
    var id = new Payment.Id(210, 5);

    var proposal = Payout.open(id, payout(Bearer.RECEIVER, 3), Sales.ANY, AT);

    assertThat(outcome(proposal)).isEqualTo("declined 3358");
  }

  private static Terms payout(Bearer bearer, long minor) {
    var sale = SALE.of(ringgit(minor)).costing(bearer, "2", 3);
    var commission = requireNonNull(sale.deal().commission()).byTheCompany();
    return sale.on(new Deal(commission, null, LateSuccess.HOLD)).to("0123456789").terms("p-5");
  }

  private static final String WALLET = "000000000018";

  private static Sales sale(Bearer bearer, @Nullable String to) {
    var sale = SALE.of(AGREED).costing(bearer, "2", 3);
    return to == null ? sale : sale.into(WALLET);
  }

  private static SaleApproved approved(long paid) {
    return new SaleApproved(ringgit(paid), "P-1");
  }

  private static @Nullable String shortOf(Decision decision) {
    return decision instanceof Funded funded ? book(funded.ifShort()) : null;
  }
}

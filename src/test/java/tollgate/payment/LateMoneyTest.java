package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Words.AGREED;
import static tollgate.payment.Words.book;
import static tollgate.payment.Words.event;
import static tollgate.payment.Words.outcome;
import static tollgate.payment.Words.state;
import static tollgate.payment.Words.world;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Decision.Step;
import tollgate.tenant.LateSuccess;

/** What becomes of money that comes after the end, by the policy that was frozen with the sale. */
class LateMoneyTest {

  private static final Instant LATER = AT.plusSeconds(90);

  @ParameterizedTest(name = "{0}, {1} + {2} = {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # policy | is       | comes            | becomes             | book                                     | world
          HOLD     | declined | approved 100     | late 20105, 100     | clearing→suspense 100                    |
          HOLD     | failed   | approved 99      | late 501, 99        | clearing→suspense 99                     |
          CREDIT   | declined | approved 100     | credited 20105, 100 | clearing→suspense 100, suspense→wallet 100 | tell late
          CREDIT   | failed   | approved 100     | credited 501, 100   | clearing→suspense 100, suspense→wallet 100 | tell late
          CREDIT   | declined | approved 99      | late 20105, 99      | clearing→suspense 99                     |
          CREDIT   | declined | approved 100 IDR | late 20105, 100 IDR | clearing→suspense 100 IDR                |
          REFUND   | declined | approved 100     | late 20105, 100     | clearing→suspense 100                    | begin refund
          REFUND   | declined | approved 99      | late 20105, 99      | clearing→suspense 99                     | begin refund
          REFUND   | failed   | approved 100 IDR | late 501, 100 IDR   | clearing→suspense 100 IDR                | begin refund
          """)
  void policy(
      LateSuccess policy, String is, String comes, String becomes, String book, String world) {
    var decision = topUp(policy).in(state(is)).apply(event(comes), LATER);

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(book(decision)).isEqualTo(book);
    assertThat(world(decision)).isEqualTo(world);
  }

  @Test
  void withoutAWalletItIsTheCompanys() {
    var late = SALE.of(AGREED).late(LateSuccess.CREDIT).in(state("declined"));

    assertThat(book(late.apply(event("approved 100"), LATER)))
        .isEqualTo("clearing→suspense 100, suspense→merchant 100");
  }

  @Test
  void aMerchantMayNotWantToHearOfIt() {
    var late = topUp(LateSuccess.CREDIT).untold().in(state("declined"));

    assertThat(world(late.apply(event("approved 100"), LATER))).isNull();
  }

  @ParameterizedTest(name = "{0}, then {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # before                   | comes        | becomes           | book
          late refund                | refunded     | late 603, 100     | reserved→clearing 100
          late refund                | not refunded | late 603, 100     | reserved→suspense 100
          late refund                | late refund  | ignored           |
          late refund                | another      | denied 3060       |
          late refund                | late credit  | denied 3060       |
          late refund, refunded      | another      | denied 3060       |
          late refund, refunded      | late credit  | denied 3060       |
          late refund, refunded      | refunded     | ignored           |
          late refund, refunded      | not refunded | CONTRADICTION     |
          late refund, not refunded  | refunded     | CONTRADICTION     |
          late refund, not refunded  | another      | late 603, 100     | suspense→reserved 100
          late refund, not refunded  | late credit  | credited 603, 100 | suspense→wallet 100
          late credit                | late credit  | ignored           |
          late credit                | late refund  | denied 3060       |
          """)
  void itIsCreditedOrGivenBackAndOnce(String before, String comes, String becomes, String book) {
    var sale = topUp(LateSuccess.HOLD).in(state("paid late"));
    for (var each : before.split(", ", -1)) sale = (Sale) said(sale, each).payment();

    var decision = said(sale, comes);

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(book(decision)).isEqualTo(book);
    assertThat(((Sale) decision.payment()).left()).isEqualTo(AGREED);
  }

  @Test
  void anotherAmountIsNeverCreditedByGuess() {
    var sale =
        topUp(LateSuccess.HOLD).in(new PaymentState.PaidLate(Code.AUTO_DECLINE, Sales.ringgit(99)));

    assertThat(outcome(said(sale, "late credit"))).isEqualTo("denied 3060");
    assertThat(book(said(sale, "late refund"))).isEqualTo("suspense→reserved 99");
  }

  @Test
  void itsRefundIsAnOperationOfItsOwnAndTold() {
    var sale = topUp(LateSuccess.HOLD).in(state("paid late"));

    var begun = (Step) said(sale, "late refund");
    var done = (Step) said((Sale) begun.payment(), "refunded");

    assertThat(begun.operation()).isEqualTo(7);
    assertThat(world(begun)).isEqualTo("refund");
    assertThat(done.operation()).isEqualTo(7);
    assertThat(world(done)).isEqualTo("tell");
  }

  private static Decision said(Sale sale, String comes) {
    return sale.apply(
        comes.equals("another")
            ? new PaymentEvent.LateRefundRequested(Words.refund(8, 0))
            : event(comes),
        LATER);
  }

  private static Sales topUp(LateSuccess policy) {
    return SALE.of(AGREED).into("000000000018").late(policy);
  }
}

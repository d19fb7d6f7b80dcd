package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.ringgit;
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

/** What the table of rules does not show: beginnings, ids, and who wants to be told. */
class SaleTest {

  private static final Instant LATER = AT.plusSeconds(90);

  /** 3358 below the method's smallest amount, 2642 above its largest; both ends are included. */
  @ParameterizedTest(name = "{0} of 10 to 1000: {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9    | declined 3358 | tell
          10   | processing    | call
          1000 | processing    | call
          1001 | declined 2642 | tell
          """)
  void opens(long minor, String becomes, String world) {
    var id = new Payment.Id(210, 5);
    var terms = topUp().of(ringgit(minor)).terms(id);

    var step = (Step) Sale.open(id, terms, new Payment.Range(10, 1000), AT);

    assertThat(outcome(step)).isEqualTo(becomes);
    assertThat(world(step)).isEqualTo(world);
    assertThat(step.postings()).isEmpty();
    assertThat(step.payment().id()).isEqualTo(id);
    assertThat(step.payment().terms()).isEqualTo(terms);
    assertThat(step.payment().openedAt()).isEqualTo(AT);
    assertThat(step.payment().changedAt()).isEqualTo(AT);
    assertThat(step.payment().asks()).isZero();
    assertThat(step.payment().providersId()).isEmpty();
  }

  @Test
  void withoutAWalletTheMoneyIsTheCompanys() {
    var paid = SALE.of(AGREED).in(state("awaiting")).apply(event("approved 100"), LATER);

    assertThat(book(paid)).isEqualTo("clearing→merchant 100");
  }

  /** Who closes it tells, but for a merchant who does not want to hear. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          redirected   | send there
          approved 100 |
          declined     |
          not sent     | cancel
          broken       |
          limit        | cancel
          """)
  void aMerchantMayNotWantToKnowTheEnd(String comes, String world) {
    var decision = topUp().untold().in(state("processing")).apply(event(comes), LATER);

    assertThat(world(decision)).isEqualTo(world);
  }

  @ParameterizedTest(name = "{0} + {1}")
  @CsvSource({
    "processing, redirected",
    "awaiting, approved 100",
    "with provider, declined",
    "declined, approved 99"
  })
  void theProvidersOwnIdIsKept(String is, String comes) {
    var before = topUp().in(state(is));

    var after = before.apply(event(comes), LATER).payment();

    assertThat(after.providersId()).isEqualTo(THEIRS);
    assertThat(after.changedAt()).isEqualTo(LATER);
    assertThat(after.openedAt()).isEqualTo(before.openedAt());
  }

  @Test
  void aProviderWhoDoesNotSayItsIdDoesNotTakeItAway() {
    var known = topUp().in(state("processing")).apply(event("redirected"), LATER).payment();

    var paid = known.apply(new PaymentEvent.SaleApproved(AGREED, ""), LATER).payment();

    assertThat(paid.providersId()).isEqualTo(THEIRS);
  }

  @Test
  void askingIsCountedAndIsNoChange() {
    var once = topUp().in(state("with provider")).apply(event("ask due"), LATER).payment();
    var twice = once.apply(event("ask due again"), LATER).payment();

    assertThat(once.asks()).isEqualTo(1);
    assertThat(twice.asks()).isEqualTo(2);
    assertThat(twice.changedAt()).isEqualTo(AT);
  }

  private static Sales topUp() {
    return SALE.of(AGREED).into("000000000018");
  }
}

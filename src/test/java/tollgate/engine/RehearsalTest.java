package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.ringgit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.engine.News.Source;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.Sales;
import tollgate.tenant.Bearer;
import tollgate.tenant.LateSuccess;

/** What is rehearsed is what happens when the event comes, and until then nothing happens. */
class RehearsalTest extends EngineGround {

  private final Rehearsal rehearsal = new Rehearsal(payments, () -> AT);

  static List<ProviderEvent> events() {
    return List.of(
        new CustomerRedirected(PAGE, THEIRS),
        new SaleApproved(ringgit(10000), THEIRS),
        new SaleApproved(ringgit(9999), THEIRS),
        new SaleApproved(ringgit(10000), "another"),
        new SaleDeclined(Code.CANCELLED, THEIRS),
        new SalePending(THEIRS),
        new PayoutApproved(THEIRS),
        new Doubtful("who knows"));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsRehearsedHappens(ProviderEvent event) {
    for (var sale : sales()) {
      for (var before : before()) check(sale, before, event);
    }
  }

  private static List<Sales> sales() {
    return List.of(
        SALE, SALE.late(LateSuccess.CREDIT), SALE.costing(Bearer.COMPANY, "2", 100), SALE.untold());
  }

  private static List<List<ProviderEvent>> before() {
    var all = new ArrayList<List<ProviderEvent>>(List.of(List.of()));
    events().stream().limit(5).map(List::of).forEach(all::add);
    return all;
  }

  private void check(Sales sale, List<ProviderEvent> told, ProviderEvent event) {
    var payment = opened(sale);
    told.forEach(earlier -> assertThat(handle(payment, earlier).succeeded()).isTrue());
    var kept = kept();
    int booked = store.postings().size();

    var would = rehearsal.of(News.of(payment.id(), event)).result().orElseThrow();

    assertThat(kept()).isEqualTo(kept);
    assertThat(handle(payment, event).result()).isEqualTo(new Handled.Decided(would.decision()));
    assertThat(now(payment)).isEqualTo(would.after());
    assertThat(Stream.of(store.postings().toArray()).skip(booked))
        .containsExactlyInAnyOrderElementsOf(would.postings());
  }

  private String kept() {
    return store.journal() + "" + store.duties() + store.contradictions() + store.balances();
  }

  @Test
  void whatIsOverdueWouldBeDeclinedFirst() {
    var payment = opened();
    clock.advance(Duration.ofDays(1));

    var would = rehearsal.of(News.of(payment.id(), approved(payment))).result().orElseThrow();

    assertThat(would.overdue()).isTrue();
    assertThat(would.effects()).isNotEmpty();
    assertThat(now(payment)).isEqualTo(payment);
  }

  @Test
  void aGatewaySpeaksOfItsOwnPaymentsOnly() {
    var payment = opened();
    var event = approved(payment);

    assertThat(rehearsed(new Source(Sales.GATEWAY, ""), payment, event)).isTrue();
    assertThat(rehearsed(new Source(Sales.GATEWAY + 1, ""), payment, event)).isFalse();
    assertThat(rehearsal.of(News.of(new Payment.Id(1, 1), event)).result()).isEmpty();
  }

  private boolean rehearsed(Source source, Payment payment, ProviderEvent event) {
    return rehearsal.of(News.from(source, payment.id(), event)).result().isPresent();
  }
}

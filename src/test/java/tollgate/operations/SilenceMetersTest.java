package tollgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.Change;
import tollgate.engine.News.Source;
import tollgate.engine.Stored;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.Sales;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Tenants;

/** What the engine commits is held against what it committed before. */
class SilenceMetersTest {

  private static final int SALES = 20;
  private static final Gateway GATEWAY = gateway(Sales.GATEWAY);
  private static final Gateway NEXT = gateway(Sales.GATEWAY + 1);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Tenants tenants =
      new Tenants(Map.of(), Map.of(GATEWAY.number(), GATEWAY, NEXT.number(), NEXT));
  private Instant now = Sales.AT;
  private final SilenceMeters meters =
      new SilenceMeters(registry, () -> tenants, SilenceOptions.USUAL, () -> now);

  @Test
  void aProviderWhoseSalesOnlyAskingEndsIsSilentUntilItCallsBack() {
    many(true);
    later();
    assertThat(silent()).isZero();

    many(false);
    assertThat(silent()).isEqualTo(1);

    many(true);
    assertThat(silent()).isZero();
  }

  @Test
  void whatNeverReachedTheProviderSaysNothing() {
    many(true);
    later();
    for (int i = 0; i < SALES; i++) {
      var opened = Sales.SALE.open(new Payment.Id(210, 1)).payment();
      committed(opened, new TimeLimitReached(), false);
    }

    assertThat(silent()).isZero();
  }

  /** Raised questions are quicker than a slow provider's callbacks, which come all the same. */
  @Test
  void callbacksThatOnlyComeLaterAreHeardToo() {
    many(true);
    later();
    many(false);
    assertThat(meters.isSilent(GATEWAY)).isTrue();
    var paid = Sales.SALE.in(new Succeeded());
    for (int i = 0; i < SALES; i++) meters.toldAgain(paid);

    assertThat(meters.isSilent(GATEWAY)).isFalse();
  }

  /**
   * Of two gateways of one provider, by so many sales each: heard before, ended and told lately.
   */
  @ParameterizedTest(name = "{0}, {1} of {2}; {3}, {4} of {5}: {6}, {7}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # each by itself, however it looks together
          20 | 0  | 20 | 20   | 20  | 20  | true  | false
          20 | 0  | 20 | 1000 | 999 | 999 | true  | false
          99 | 99 | 99 | 20   | 0   | 20  | false | true
          20 | 0  | 20 | 20   | 0   | 20  | true  | true
          # too little is known of the second: as all together, unless it was heard
          99 | 0  | 99 | 5    | 0   | 5   | true  | true
          99 | 0  | 99 | 0    | 0   | 0   | true  | true
          99 | 0  | 99 | 5    | 1   | 5   | true  | false
          99 | 99 | 99 | 5    | 0   | 5   | false | false
          """)
  void eachGatewayIsJudgedByItself(
      int heard,
      int told,
      int ended,
      int heardNext,
      int toldNext,
      int endedNext,
      boolean silent,
      boolean silentNext) {
    many(GATEWAY, heard, true);
    many(NEXT, heardNext, true);
    later();
    many(GATEWAY, told, true);
    many(GATEWAY, ended - told, false);
    many(NEXT, toldNext, true);
    many(NEXT, endedNext - toldNext, false);

    assertThat(meters.isSilent(GATEWAY)).isEqualTo(silent);
    assertThat(meters.isSilent(NEXT)).isEqualTo(silentNext);
  }

  @Test
  void whatIsToldOfAnOpenSaleEndsNoSilence() {
    many(true);
    later();
    many(false);
    var open = Sales.SALE.in(new WithProvider());
    for (int i = 0; i < SALES; i++) meters.toldAgain(open);

    assertThat(meters.isSilent(GATEWAY)).isTrue();
  }

  private static Gateway gateway(long number) {
    var base = URI.create("https://acme.example");
    return new Gateway(number, "acme", base, Map.of(), Map.of(), GatewayTerms.USUAL);
  }

  private void many(boolean byCallback) {
    many(GATEWAY, SALES, byCallback);
  }

  private void many(Gateway gateway, int sales, boolean byCallback) {
    var sale = Sales.SALE.through(gateway.number());
    for (int i = 0; i < sales; i++) {
      var opened = sale.open(new Payment.Id(210, 1)).payment();
      var there = step(opened, new CustomerRedirected(Sales.PAGE, Sales.THEIRS)).payment();
      var paid = new SaleApproved(there.terms().amount(), Sales.THEIRS);
      committed(there, paid, byCallback);
    }
  }

  private void committed(Payment before, PaymentEvent event, boolean byCallback) {
    var step = step(before, event);
    var sources = byCallback ? List.of(new Source(Sales.GATEWAY, "")) : List.<Source>of();
    var stored = new Stored(before, 1, false);
    meters.committed(
        new Change(
            stored, step.payment(), step.postings(), List.of(), List.of(), sources, List.of()));
  }

  private static Step step(Payment payment, PaymentEvent event) {
    return (Step) payment.apply(event, payment.openedAt().plus(Duration.ofDays(1)));
  }

  private void later() {
    now = now.plus(SilenceOptions.USUAL.window().multipliedBy(2));
  }

  private double silent() {
    return registry
        .get("tollgate.provider.silent")
        .tags("provider", "acme", "gateway", Long.toString(GATEWAY.number()))
        .gauge()
        .value();
  }
}

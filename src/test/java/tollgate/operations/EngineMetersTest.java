package tollgate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tollgate.engine.Change;
import tollgate.engine.Stored;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.Sales;
import tollgate.tenant.Tenants;

class EngineMetersTest {

  private final PrometheusMeterRegistry registry = Registry.create("1.2.3");

  @Test
  void theEngineIsCounted() {
    var meters = new EngineMeters(registry, () -> new Tenants(Map.of(), Map.of()));
    var opened = Sales.SALE.open(new Payment.Id(210, 1));
    meters.committed(change(null, opened));
    var late = Duration.ofSeconds(20);
    var declined = step(opened.payment(), new TimeLimitReached(), late);
    meters.committed(change(opened.payment(), declined));
    var paid = new SaleApproved(opened.payment().terms().amount(), "t1");
    meters.committed(
        change(declined.payment(), step(declined.payment(), paid, late.multipliedBy(2))));
    meters.batch(3, Duration.ofMillis(7));
    meters.raced();

    var labels = "payment_method=\"touchngo\",provider=\"unknown\",";
    assertThat(registry.scrape())
        .contains(
            "tollgate_payments_accepted_total{" + labels + "type=\"purchase\"} 1.0",
            "tollgate_payments_finished_total{"
                + labels
                + "status=\"decline\",type=\"purchase\"} 1.0",
            "tollgate_payments_expired_total{" + labels + "type=\"purchase\"} 1.0",
            "tollgate_late_success_total{outcome=\"held\"," + labels + "type=\"purchase\"} 1.0",
            "tollgate_payment_duration_seconds_sum{"
                + labels
                + "status=\"decline\",type=\"purchase\"} 20.0",
            "tollgate_batch_payments_sum 3.0",
            "tollgate_races_total 1.0");
  }

  private static Step step(Payment payment, PaymentEvent event, Duration after) {
    return (Step) payment.apply(event, payment.openedAt().plus(after));
  }

  private static Change change(Payment before, Step step) {
    return new Change(
        before == null ? null : new Stored(before, 1, false),
        step.payment(),
        step.postings(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

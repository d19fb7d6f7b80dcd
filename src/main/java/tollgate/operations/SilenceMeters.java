package tollgate.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.engine.Contradiction;
import tollgate.engine.Watcher;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Closed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.Sale;
import tollgate.tenant.Tenants;

/**
 * Shows which providers have fallen silent, by the sales that this node has ended: each node judges
 * by its own history, so it does not matter which of them callbacks are sent to.
 */
public final class SilenceMeters implements Watcher {

  private final MeterRegistry registry;
  private final Supplier<Tenants> tenants;
  private final SilenceOptions options;
  private final InstantSource clock;
  private final Map<String, Silence> providers = new ConcurrentHashMap<>();

  /** Whoever is configured now is shown from the first moment on. */
  public SilenceMeters(
      MeterRegistry registry,
      Supplier<Tenants> tenants,
      SilenceOptions options,
      InstantSource clock) {
    this.registry = registry;
    this.tenants = tenants;
    this.options = options;
    this.clock = clock;
    for (var project : tenants.get().projects().values()) {
      project.activations().values().forEach(each -> of(each.gateway().provider()));
    }
  }

  private Silence of(String provider) {
    return providers.computeIfAbsent(provider, this::shown);
  }

  private Silence shown(String provider) {
    var silence = new Silence(options);
    Gauge.builder("tollgate.provider.silent", () -> silence.isSilent(clock.millis()) ? 1 : 0)
        .description("1 while a provider's callbacks have dried up, against its own history")
        .tag("provider", provider)
        .register(registry);
    return silence;
  }

  @Override
  public void committed(Change change) {
    var before = change.before();
    if (before == null || change.after().isOpen()) return;

    var byCallback = !change.sources().isEmpty();
    var silence = of(change.after());
    if (silence == null) return;

    if (isAtProvider(before.payment())) silence.ended(clock.millis(), byCallback);
    else if (byCallback) toldAgain(change.after());
  }

  @Override
  public void toldAgain(Payment payment) {
    var silence = of(payment);
    if (silence != null && payment instanceof Sale && !payment.isOpen()) {
      silence.toldLater(clock.millis());
    }
  }

  /** Whether a provider's callbacks have dried up. */
  public boolean isSilent(String provider) {
    var silence = providers.get(provider);
    return silence != null && silence.isSilent(clock.millis());
  }

  private @Nullable Silence of(Payment payment) {
    var gateway = tenants.get().gateway(payment.terms().gateway());
    return gateway == null ? null : of(gateway.provider());
  }

  /** A sale that never reached its provider says nothing about callbacks. */
  private static boolean isAtProvider(Payment payment) {
    if (!(payment instanceof Sale sale)) return false;

    return switch (sale.state()) {
      case AwaitingCustomer _, WithProvider _ -> true;
      case Offered _, Processing _, Closed _ -> false;
    };
  }

  @Override
  public void refused(Contradiction contradiction) {}

  @Override
  public void batch(int payments, Duration took) {}

  @Override
  public void raced() {}
}

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
import tollgate.operations.Silence.Verdict;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Closed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.Sale;
import tollgate.tenant.Gateway;
import tollgate.tenant.Tenants;

/**
 * Shows through which gateways providers have fallen silent, by the sales that this node has ended:
 * each node judges by its own history, so it does not matter which of them callbacks are sent to.
 * Each gateway is judged by itself, for each has an address for callbacks of its own; one of which
 * too little is known is as silent as all gateways of its provider are together.
 */
public final class SilenceMeters implements Watcher {

  private final MeterRegistry registry;
  private final Supplier<Tenants> tenants;
  private final SilenceOptions options;
  private final InstantSource clock;
  private final Map<Long, Silence> gateways = new ConcurrentHashMap<>();
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
      project.activations().values().forEach(each -> of(each.gateway()));
    }
  }

  private Silence of(Gateway gateway) {
    return gateways.computeIfAbsent(gateway.number(), _ -> shown(gateway));
  }

  private Silence together(Gateway gateway) {
    return providers.computeIfAbsent(gateway.provider(), _ -> new Silence(options));
  }

  private Silence shown(Gateway gateway) {
    Gauge.builder("tollgate.provider.silent", () -> isSilent(gateway) ? 1 : 0)
        .description("1 while callbacks through a gateway have dried up, against its own history")
        .tag("provider", gateway.provider())
        .tag("gateway", Long.toString(gateway.number()))
        .register(registry);
    return new Silence(options);
  }

  @Override
  public void committed(Change change) {
    var before = change.before();
    if (before == null || change.after().isOpen()) return;

    var byCallback = !change.sources().isEmpty();
    if (!isAtProvider(before.payment())) {
      if (byCallback) toldAgain(change.after());
      return;
    }
    var gateway = gateway(change.after());
    if (gateway == null) return;

    of(gateway).ended(clock.millis(), byCallback);
    together(gateway).ended(clock.millis(), byCallback);
  }

  @Override
  public void toldAgain(Payment payment) {
    var gateway = gateway(payment);
    if (gateway == null || !(payment instanceof Sale) || payment.isOpen()) return;

    of(gateway).toldLater(clock.millis());
    together(gateway).toldLater(clock.millis());
  }

  /** Whether callbacks through this gateway have dried up. */
  public boolean isSilent(Gateway gateway) {
    return switch (verdict(gateways.get(gateway.number()))) {
      case SILENT -> true;
      case HEARD -> false;
      case UNKNOWN -> verdict(providers.get(gateway.provider())) == Verdict.SILENT;
    };
  }

  private Verdict verdict(@Nullable Silence silence) {
    return silence == null ? Verdict.UNKNOWN : silence.verdict(clock.millis());
  }

  private @Nullable Gateway gateway(Payment payment) {
    return tenants.get().gateway(payment.terms().gateway());
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

package tollgate.outside;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.vertx.circuitbreaker.CircuitBreakerState;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import tollgate.payment.Effect;

/**
 * What this room counts. Names are written with full stops; Prometheus sees {@code
 * tollgate_provider_requests_total} and so on. No label takes a value that strangers can invent.
 */
public final class OutsideMeters {

  /** The bound of the promise, half a second, and enough around it to see a drift. */
  private static final Duration[] ACK_BOUNDS = {
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10)
  };

  private record Result(String of, String result) {}

  private final MeterRegistry registry;

  /** Kept, for the registry builds and sorts all labels anew each time that it is asked for one. */
  private final Map<Result, Counter> providerCallbacks = new ConcurrentHashMap<>();

  private final Map<String, Timer> acknowledgements = new ConcurrentHashMap<>();
  private final Map<Result, Counter> merchantCallbacks = new ConcurrentHashMap<>();
  private final Map<Effect, Timer> firstAttempts = new ConcurrentHashMap<>();
  private final Map<String, Supplier<CircuitBreakerState>> breakers = new ConcurrentHashMap<>();
  private final Map<String, IntSupplier> queues = new ConcurrentHashMap<>();

  public OutsideMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Duties that one verticle holds, waiting or in flight. */
  void watchHandedOver(String to, Supplier<Number> duties) {
    Gauge.builder("tollgate.duties.handed.over", duties)
        .description("Duties that wait or are in flight at one verticle")
        .tag("to", to)
        .register(registry);
  }

  void providerRequest(String provider, String operation, String result, Duration took) {
    var tags = Tags.of("provider", provider, "operation", operation, "result", result);
    registry.counter("tollgate.provider.requests", tags).increment();
    registry.timer("tollgate.provider.request.duration", tags).record(took);
  }

  void providerPoll(String provider, String result) {
    registry.counter("tollgate.provider.polls", "provider", provider, "result", result).increment();
  }

  void questionsRaised(String provider, int questions) {
    raised(provider).increment(questions);
  }

  /** From the first moment on, so that the first ones are a rise and not a birth. */
  void expectRaised(String provider) {
    raised(provider);
  }

  private Counter raised(String provider) {
    return Counter.builder("tollgate.provider.questions.raised")
        .description("Questions brought forward because the provider's callbacks have dried up")
        .tag("provider", provider)
        .register(registry);
  }

  void providerCallback(String provider, String result, Duration took) {
    providerCallbacks
        .computeIfAbsent(
            new Result(provider, result),
            of ->
                registry.counter(
                    "tollgate.provider.callbacks", "provider", of.of(), "result", of.result()))
        .increment();
    acknowledgements.computeIfAbsent(provider, this::acknowledgement).record(took);
  }

  private Timer acknowledgement(String provider) {
    return Timer.builder("tollgate.callback.ack.duration")
        .description("From a callback's last byte to our answer to the provider")
        .serviceLevelObjectives(ACK_BOUNDS)
        .tag("provider", provider)
        .register(registry);
  }

  void breakerMoved(String provider, CircuitBreakerState to) {
    registry
        .counter("tollgate.circuit.breaker.transitions", "provider", provider, "state", word(to))
        .increment();
  }

  /** The state of a provider's breaker on this node; that of one never deployed is closed. */
  public String breaker(String provider) {
    var state = breakers.get(provider);
    return word(state == null ? CircuitBreakerState.CLOSED : state.get());
  }

  /** One gauge a state, of which exactly one is 1. */
  void watchBreaker(String provider, Supplier<CircuitBreakerState> state) {
    breakers.put(provider, state);
    for (var each : CircuitBreakerState.values()) {
      Gauge.builder("tollgate.circuit.breaker.state", () -> state.get() == each ? 1 : 0)
          .tags("provider", provider, "state", word(each))
          .register(registry);
    }
  }

  /** Calls that wait for a place at the provider's bulkhead on this node. */
  int waiting(String provider) {
    return queues.getOrDefault(provider, () -> 0).getAsInt();
  }

  void watchBulkhead(String provider, Supplier<Number> inUse, IntSupplier waiting) {
    queues.put(provider, waiting);
    Gauge.builder("tollgate.bulkhead.in.use", inUse).tag("provider", provider).register(registry);
    Gauge.builder("tollgate.bulkhead.waiting", waiting::getAsInt)
        .tag("provider", provider)
        .register(registry);
  }

  void merchantCallback(Effect kind, String result) {
    merchantCallbacks
        .computeIfAbsent(
            new Result(word(kind), result),
            of ->
                registry.counter(
                    "tollgate.merchant.callbacks", "kind", of.of(), "result", of.result()))
        .increment();
  }

  void firstAttempt(Effect kind, Duration delay) {
    firstAttempts
        .computeIfAbsent(
            kind,
            of ->
                registry.timer("tollgate.merchant.callback.first.attempt.delay", "kind", word(of)))
        .record(delay.isNegative() ? Duration.ZERO : delay);
  }

  void merchantCallbackExhausted(Effect kind) {
    registry.counter("tollgate.merchant.callbacks.exhausted", "kind", word(kind)).increment();
  }

  void mail(Postman.Outcome outcome) {
    var result = outcome.name().toLowerCase(Locale.ROOT);
    registry.counter("tollgate.mails", "result", result).increment();
  }

  /** From the first moment on, so that the first trouble is a rise and not a birth. */
  void expectMail() {
    for (var outcome : Postman.Outcome.values()) {
      registry.counter("tollgate.mails", "result", outcome.name().toLowerCase(Locale.ROOT));
    }
    registry.counter("tollgate.mails.exhausted");
  }

  void mailExhausted() {
    registry.counter("tollgate.mails.exhausted").increment();
  }

  void blocked(String reason) {
    registry.counter("tollgate.ssrf.blocked", "reason", reason).increment();
  }

  void watchWebhooks(Supplier<Number> inFlight, Supplier<Number> waiting) {
    Gauge.builder("tollgate.merchant.callbacks.in.flight", inFlight).register(registry);
    Gauge.builder("tollgate.merchant.callbacks.waiting", waiting).register(registry);
  }

  private static String word(CircuitBreakerState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Effect kind) {
    return kind == Effect.NOTIFY_INTERMEDIATE ? "intermediate" : "final";
  }
}

package tollgate.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Counts requests. Made once and shared by all verticles.
 *
 * <p>Every label comes from a closed list: nothing that a client sends becomes a name here.
 */
public final class WebMeters {

  /** The bounds of the promised durations, and enough around them to see a drift. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10)
  };

  /** Why a request's claim to come from a project was not believed. */
  enum AuthFailure {
    EMPTY_SIGNATURE,
    MALFORMED_SIGNATURE,
    WRONG_SIGNATURE,
    UNKNOWN_PROJECT,
    UNKNOWN_TOKEN
  }

  private record Kind(Endpoint endpoint, String method, String codeClass) {}

  private record Meters(Counter requests, Timer duration) {}

  private final MeterRegistry registry;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger parked = new AtomicInteger();
  private final Counter rejected;
  private final Map<Kind, Meters> meters = new ConcurrentHashMap<>();
  private final Map<AuthFailure, Counter> authFailures = new ConcurrentHashMap<>();

  public WebMeters(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("tollgate.http.in.flight", inFlight, AtomicInteger::get)
        .description("Requests that were taken and not yet answered")
        .register(registry);
    Gauge.builder("tollgate.http.parked", parked, AtomicInteger::get)
        .description("Questions that wait for news of a payment; not in flight")
        .register(registry);
    rejected =
        Counter.builder("tollgate.requests.rejected")
            .description("Requests that were refused unread, for want of room")
            .tags("api", "merchant", "reason", "overload")
            .register(registry);
    for (var reason : AuthFailure.values()) authFailures.put(reason, counter(reason));
  }

  /**
   * How many merchants' requests may be worked on at once, as it is at any moment, and how many
   * are.
   */
  void showLimit(IntSupplier limit, IntSupplier working) {
    Gauge.builder("tollgate.concurrency.in.use", working, IntSupplier::getAsInt)
        .description("Merchants' requests that are worked on; those that wait for news are not")
        .tag("api", "merchant")
        .strongReference(true)
        .register(registry);
    Gauge.builder("tollgate.concurrency.limit", limit, IntSupplier::getAsInt)
        .description("Merchants' requests that may be worked on at once; beyond, they are refused")
        .tag("api", "merchant")
        .strongReference(true)
        .register(registry);
  }

  void rejected() {
    rejected.increment();
  }

  void started() {
    inFlight.incrementAndGet();
  }

  /** A request in flight waits from now on, and costs nothing while it does. */
  void parked() {
    inFlight.decrementAndGet();
    parked.incrementAndGet();
  }

  int parkedNow() {
    return parked.get();
  }

  void unparked() {
    parked.decrementAndGet();
    inFlight.incrementAndGet();
  }

  void ended(Endpoint endpoint, String method, int status, long nanos) {
    inFlight.decrementAndGet();
    var kind = new Kind(endpoint, methodLabel(method), codeClass(status));
    var found = meters.computeIfAbsent(kind, this::register);
    found.requests().increment();
    found.duration().record(Duration.ofNanos(nanos));
  }

  void authFailed(AuthFailure reason) {
    authFailures.computeIfAbsent(reason, this::counter).increment();
  }

  private Meters register(Kind kind) {
    var tags =
        Tags.of(
            "api", kind.endpoint().api(),
            "route", kind.endpoint().path(),
            "method", kind.method(),
            "code_class", kind.codeClass());
    var requests =
        Counter.builder("tollgate.http.requests")
            .description("Requests that were answered")
            .tags(tags)
            .register(registry);
    var duration =
        Timer.builder("tollgate.http.request.duration")
            .description("From the end of the headers to the end of the answer")
            .serviceLevelObjectives(BOUNDS)
            .tags(tags)
            .register(registry);
    return new Meters(requests, duration);
  }

  private Counter counter(AuthFailure reason) {
    return Counter.builder("tollgate.auth.failures")
        .description("Signed requests that were not believed")
        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private static String methodLabel(String method) {
    return switch (method) {
      case "GET", "POST" -> method;
      default -> "other";
    };
  }

  private static String codeClass(int status) {
    return status < 100 || status > 599 ? "other" : status / 100 + "xx";
  }
}

package tollgate.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The meters of payments by kind. Those that every payment moves are kept, for the registry builds
 * and sorts all labels anew each time that it is asked for one.
 */
final class PaymentMeters {

  private static final Duration[] BOUNDS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1),
    Duration.ofDays(1)
  };

  private static final List<String> STATUSES = List.of("success", "decline", "error");

  /** What becomes of late money at first. */
  private static final List<String> OUTCOMES = List.of("held", "credited", "refunding");

  /** What payments are counted apart by; each of these comes from a list of ours. */
  record Kind(String type, String provider, String method) {

    private Tags labels() {
      return Tags.of("type", type, "provider", provider, "payment_method", method);
    }
  }

  private record Ending(Kind kind, String status) {

    Tags labels() {
      return kind.labels().and("status", status);
    }
  }

  /** Of payments that were decided: how many, and how long it took. */
  record Ended(Counter finished, Timer duration) {}

  private final MeterRegistry registry;
  private final Map<Kind, Counter> accepted = new ConcurrentHashMap<>();
  private final Map<Kind, Counter> expired = new ConcurrentHashMap<>();
  private final Map<Ending, Ended> ended = new ConcurrentHashMap<>();

  PaymentMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** From now on: a rate needs a first value. */
  void countFromZero(Kind kind) {
    accepted(kind);
    expired(kind);
    for (var outcome : OUTCOMES) late(kind, outcome);
    for (var status : STATUSES) ended(kind, status);
  }

  Counter accepted(Kind kind) {
    return accepted.computeIfAbsent(kind, this::newAccepted);
  }

  Counter expired(Kind kind) {
    return expired.computeIfAbsent(kind, this::newExpired);
  }

  Ended ended(Kind kind, String status) {
    return ended.computeIfAbsent(new Ending(kind, status), this::newEnded);
  }

  Counter late(Kind kind, String outcome) {
    var labels = kind.labels().and("outcome", outcome);
    return counter("tollgate.late.success", "Paid after we had declined", labels);
  }

  Counter refunded(Kind kind, String status) {
    var labels = kind.labels().and("status", status);
    return counter("tollgate.refunds", "Refunds by what became of them", labels);
  }

  private Counter newAccepted(Kind kind) {
    // Not "created": the client library keeps that ending for itself and cuts it off.
    return counter("tollgate.payments.accepted", "Payments that were accepted", kind.labels());
  }

  private Counter newExpired(Kind kind) {
    var description = "Declined because the limit time passed";
    return counter("tollgate.payments.expired", description, kind.labels());
  }

  private Ended newEnded(Ending ending) {
    var labels = ending.labels();
    var finished = counter("tollgate.payments.finished", "Payments that were decided", labels);
    return new Ended(finished, duration(labels));
  }

  private Counter counter(String name, String description, Tags labels) {
    return Counter.builder(name).description(description).tags(labels).register(registry);
  }

  private Timer duration(Tags labels) {
    return Timer.builder("tollgate.payment.duration")
        .description("From acceptance to decision")
        .serviceLevelObjectives(BOUNDS)
        .tags(labels)
        .register(registry);
  }
}

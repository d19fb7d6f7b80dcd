package tollgate.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Invariants.Finding;
import tollgate.engine.Invariants.Proven;
import tollgate.engine.Invariants.Report;

/**
 * Runs the invariants, counts what breaks and tells it. One round runs at a time, and one proof of
 * all; who asks meanwhile gets the answer of that one. Used on one event loop.
 */
final class Proof {

  private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

  private final OperationsParts parts;
  private final MeterRegistry registry;
  private final Timer duration;
  private final AtomicLong lastSuccess;
  private final AtomicLong lastWhole = new AtomicLong();
  private @Nullable Future<JsonObject> round;
  private @Nullable Future<JsonObject> whole;

  Proof(OperationsParts parts) {
    this.parts = parts;
    registry = parts.registry();
    duration =
        Timer.builder("tollgate.invariant.check.duration")
            .description("How long one round of the proof takes")
            .register(registry);
    lastSuccess = new AtomicLong(parts.clock().instant().getEpochSecond());
    Gauge.builder("tollgate.invariant.last.success.timestamp", lastSuccess, AtomicLong::get)
        .description("When all invariants were last asked, whatever they said; before, our start")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("tollgate.invariant.last.whole.timestamp", lastWhole, AtomicLong::get)
        .description("When all there is was last proven, on whatever node; 0 before the first time")
        .baseUnit("seconds")
        .register(registry);
  }

  /** One round: bounded, whatever the history. */
  Future<JsonObject> round() {
    if (round != null) return round;

    var start = parts.clock().instant();
    var now =
        parts
            .questions()
            .invariants()
            .check()
            .map(report -> {
              duration.record(Duration.between(start, parts.clock().instant()));
              return told(report, start);
            });
    round = now;
    now.onComplete(_ -> round = null).onFailure(Proof::unproven);
    return now;
  }

  /** All there is. */
  Future<JsonObject> whole() {
    if (whole != null) return whole;

    var start = parts.clock().instant();
    var now = parts.questions().invariants().whole().map(report -> told(report, start));
    whole = now;
    now.onComplete(_ -> whole = null).onFailure(Proof::unproven);
    return now;
  }

  /** All there is, unless that was proven within this time. */
  void wholeUnlessWithin(Duration time) {
    var due = parts.clock().instant().minus(time).getEpochSecond();
    if (lastWhole.get() < due) whole();
  }

  private static void unproven(Throwable failure) {
    LOG.warn("invariants could not be proven: {}", failure.getMessage());
  }

  private JsonObject told(Report report, Instant start) {
    var end = parts.clock().instant();
    lastSuccess.set(end.getEpochSecond());
    var wholeAt = report.proven().wholeAt();
    if (wholeAt != null) lastWhole.set(wholeAt.getEpochSecond());
    var findings = report.findings();
    findings.forEach(this::count);
    var told = new JsonArray();
    findings.forEach(finding -> told.add(json(finding)));
    return new JsonObject()
        .put("ok", findings.stream().allMatch(Finding::holds))
        .put("at", start.toString())
        .put("took_ms", Duration.between(start, end).toMillis())
        .put("proven", json(report.proven()))
        .put("invariants", told);
  }

  private void count(Finding finding) {
    var violations =
        Counter.builder("tollgate.invariant.violations")
            .description("Proofs in which an invariant was broken")
            .tag("invariant", finding.id())
            .register(registry);
    if (finding.holds()) return;

    violations.increment();
    LOG.error("{} is broken ({}): {}", finding.id(), finding.rule(), finding.offending());
  }

  private static JsonObject json(Proven proven) {
    return new JsonObject()
        .put("operations_below", proven.operationsBelow())
        .put("pages", proven.pages())
        .put("pages_unread", proven.unread())
        .put("since", text(proven.since()))
        .put("whole_at", text(proven.wholeAt()));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static JsonObject json(Finding finding) {
    return new JsonObject()
        .put("id", finding.id())
        .put("ok", finding.holds())
        .put("rule", finding.rule())
        .put("offending", new JsonArray(finding.offending()));
  }
}

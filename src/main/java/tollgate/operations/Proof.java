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
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Invariants.Finding;

/**
 * Runs the invariants, counts what breaks and tells it. One runs at a time; who asks meanwhile gets
 * the answer of that one. Used on one event loop.
 */
final class Proof {

  private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

  private final OperationsParts parts;
  private final MeterRegistry registry;
  private final Timer duration;
  private final AtomicLong lastSuccess;
  private @Nullable Future<JsonObject> running;

  Proof(OperationsParts parts) {
    this.parts = parts;
    registry = parts.registry();
    duration =
        Timer.builder("tollgate.invariant.check.duration")
            .description("How long a proof of all invariants takes")
            .register(registry);
    lastSuccess = new AtomicLong(parts.clock().instant().getEpochSecond());
    Gauge.builder("tollgate.invariant.last.success.timestamp", lastSuccess, AtomicLong::get)
        .description("When all invariants were last asked, whatever they said; before, our start")
        .baseUnit("seconds")
        .register(registry);
  }

  Future<JsonObject> run() {
    if (running != null) return running;

    var start = parts.clock().instant();
    var now = parts.questions().invariants().check().map(found -> told(found, start));
    running = now;
    now.onComplete(_ -> running = null)
        .onFailure(failure -> LOG.warn("invariants could not be proven: {}", failure.getMessage()));
    return now;
  }

  private JsonObject told(List<Finding> findings, Instant start) {
    var end = parts.clock().instant();
    duration.record(Duration.between(start, end));
    lastSuccess.set(end.getEpochSecond());
    findings.forEach(this::count);
    var told = new JsonArray();
    findings.forEach(finding -> told.add(json(finding)));
    return new JsonObject()
        .put("ok", findings.stream().allMatch(Finding::holds))
        .put("at", start.toString())
        .put("took_ms", Duration.between(start, end).toMillis())
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

  private static JsonObject json(Finding finding) {
    return new JsonObject()
        .put("id", finding.id())
        .put("ok", finding.holds())
        .put("rule", finding.rule())
        .put("offending", new JsonArray(finding.offending()));
  }
}

package tollgate.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import tollgate.engine.Gauges;
import tollgate.engine.Invariants;
import tollgate.engine.Writable;

/** What the operations port shows. */
public record OperationsParts(
    PrometheusMeterRegistry registry, Health health, Questions questions, InstantSource clock) {

  /** What only the database can answer. */
  public record Questions(Writable writable, Gauges gauges, Invariants invariants) {}
}

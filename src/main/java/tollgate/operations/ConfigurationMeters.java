package tollgate.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** Which configuration this node works by: one that stays behind the others serves old terms. */
public final class ConfigurationMeters {

  private ConfigurationMeters() {}

  public static void watch(MeterRegistry registry, LongSupplier version) {
    Gauge.builder("tollgate.configuration.version", version, LongSupplier::getAsLong)
        .description("The configuration's version that this node works by")
        .strongReference(true)
        .register(registry);
  }
}

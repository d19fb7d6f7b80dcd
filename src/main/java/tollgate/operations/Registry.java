package tollgate.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Where all meters live, and what of them may. */
public final class Registry {

  private static final String POOL = "vertx.pool.";

  private Registry() {}

  public static PrometheusMeterRegistry create(@Nullable String version) {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(ofPools());
    Gauge.builder("tollgate.build.info", () -> 1)
        .description("Which release this is")
        .tag("version", version == null ? "development" : version)
        .register(registry);
    return registry;
  }

  /** Of Vert.x' own metrics only the pools: for the rest we have better names and fewer labels. */
  public static VertxMetricsFactory forVertx(PrometheusMeterRegistry registry) {
    return new MicrometerMetricsFactory(registry);
  }

  public static MicrometerMetricsOptions options() {
    var options = new MicrometerMetricsOptions().setEnabled(true).setJvmMetricsEnabled(true);
    options.setLabels(EnumSet.of(Label.POOL_TYPE, Label.POOL_NAME));
    for (var domain : MetricsDomain.values()) {
      if (domain != MetricsDomain.NAMED_POOLS) options.addDisabledMetricsCategory(domain);
    }
    return options;
  }

  /** The database's pool under a name of ours; the thread pools of Vert.x are nobody's business. */
  private static MeterFilter ofPools() {
    return new MeterFilter() {
      @Override
      public MeterFilterReply accept(Meter.Id id) {
        return id.getName().startsWith("vertx.") ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
      }

      @Override
      public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(POOL) || !"sql".equals(id.getTag("pool_type"))) return id;

        return id.withName("tollgate.db.pool." + id.getName().substring(POOL.length()))
            .replaceTags(Tags.of("pool_name", "tollgate"));
      }
    };
  }
}

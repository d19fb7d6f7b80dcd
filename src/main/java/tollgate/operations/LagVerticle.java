package tollgate.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/**
 * Measures how late an event loop is: a beat that should come every 100 ms and comes later was held
 * up by something. One is deployed for every event loop.
 */
public final class LagVerticle extends VerticleBase {

  private static final long BEAT_MILLIS = 100;
  private static final Duration BLOCKED = Duration.ofSeconds(1);

  private final Timer lag;
  private final Counter blocked;
  private long last;

  public LagVerticle(MeterRegistry registry) {
    lag =
        Timer.builder("tollgate.event.loop.lag")
            .description("How late a beat of an event loop came")
            .serviceLevelObjectives(
                Duration.ofMillis(10),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                BLOCKED)
            .register(registry);
    blocked =
        Counter.builder("tollgate.event.loop.blocked")
            .description("Times an event loop was held up for more than a second")
            .register(registry);
  }

  @Override
  public Future<?> start() {
    last = System.nanoTime();
    vertx.setPeriodic(BEAT_MILLIS, _ -> beat());
    return Future.succeededFuture();
  }

  private void beat() {
    var now = System.nanoTime();
    var late = Duration.ofNanos(Math.max(0, now - last)).minusMillis(BEAT_MILLIS);
    last = now;
    lag.record(late.isNegative() ? Duration.ZERO : late);
    if (late.compareTo(BLOCKED) > 0) blocked.increment();
  }
}

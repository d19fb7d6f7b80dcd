package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks at what is due for as long as it is deployed; one look at a time. */
abstract sealed class PulseVerticle extends VerticleBase
    permits OutboxVerticle, RaisingVerticle, ReportVerticle, TimeoutVerticle {

  private final String name;
  private final Duration tick;
  private final TimerOptions options;
  private @Nullable Pulse pulse;

  PulseVerticle(String name, Duration tick, TimerOptions options) {
    this.name = name;
    this.tick = tick;
    this.options = options;
  }

  /** Whether there is more to be seen at once; a failure is slept over. */
  abstract Future<Boolean> look();

  @Override
  public final Future<?> start() {
    pulse = new Pulse(vertx, name, tick, options.backoffMax(), this::look);
    pulse.start();
    return Future.succeededFuture();
  }

  @Override
  public final Future<?> stop() {
    return pulse == null ? Future.succeededFuture() : pulse.stop(options.stopWait());
  }
}

package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Outbox;

/**
 * Takes from the outbox what is due: what was put off, and what a node that died has left behind.
 * Fresh duties never come this way, they are performed from memory.
 */
public final class OutboxVerticle extends VerticleBase {

  private final Outbox outbox;
  private final Dispatch dispatch;
  private final TimerOptions options;
  private @Nullable Pulse pulse;

  public OutboxVerticle(Outbox outbox, Dispatch dispatch, TimerOptions options) {
    this.outbox = outbox;
    this.dispatch = dispatch;
    this.options = options;
  }

  @Override
  public Future<?> start() {
    pulse = new Pulse(vertx, "outbox", options.outboxTick(), options.backoffMax(), this::look);
    pulse.start();
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    return pulse == null ? Future.succeededFuture() : pulse.stop(options.stopWait());
  }

  /** Never more than there is room for: a claimed duty that nobody takes is hidden for a lease. */
  private Future<Boolean> look() {
    int rows = Math.min(options.outboxRowsMax(), dispatch.room());
    if (rows == 0) return Future.succeededFuture(false);

    return outbox
        .claim(rows)
        .map(duties -> {
          duties.forEach(dispatch::perform);
          return duties.size() == rows;
        });
  }
}

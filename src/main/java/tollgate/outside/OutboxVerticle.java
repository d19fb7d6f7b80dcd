package tollgate.outside;

import io.vertx.core.Future;
import tollgate.engine.Outbox;

/**
 * Takes from the outbox what is due: what was put off, and what a node that died has left behind.
 * Fresh duties never come this way, they are performed from memory.
 */
public final class OutboxVerticle extends PulseVerticle {

  private final Outbox outbox;
  private final Dispatch dispatch;
  private final TimerOptions options;

  public OutboxVerticle(Outbox outbox, Dispatch dispatch, TimerOptions options) {
    super("outbox", options.outboxTick(), options);
    this.outbox = outbox;
    this.dispatch = dispatch;
    this.options = options;
  }

  /** Never more than there is room for: a claimed duty that nobody takes is hidden for a lease. */
  @Override
  Future<Boolean> look() {
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

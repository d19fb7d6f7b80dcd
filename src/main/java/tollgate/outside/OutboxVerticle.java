package tollgate.outside;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import tollgate.engine.Outbox;

/**
 * Takes from the outbox what is due: what was put off, and what a node that died has left behind.
 * Fresh duties never come this way, they are performed from memory.
 */
public final class OutboxVerticle extends PulseVerticle {

  private static final int ROOM_LOOK_MILLIS = 20;

  private final Outbox outbox;
  private final Dispatch dispatch;
  private final TimerOptions options;
  private boolean isMore;

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
    if (rows == 0) return isMore ? untilThereIsRoom() : Future.succeededFuture(false);

    return outbox
        .claim(rows)
        .map(duties -> {
          duties.forEach(dispatch::perform);
          isMore = duties.size() == rows;
          return isMore && !dispatch.isBehind();
        });
  }

  /** Not a whole tick: verticles are through with a roomful in much less. */
  private Future<Boolean> untilThereIsRoom() {
    return vertx.timer(ROOM_LOOK_MILLIS, TimeUnit.MILLISECONDS).map(_ -> !dispatch.isBehind());
  }
}

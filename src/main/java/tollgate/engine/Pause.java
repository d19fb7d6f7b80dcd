package tollgate.engine;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long a {@link Batcher} gathers. */
@FunctionalInterface
public interface Pause {

  /** No batch waits for another. */
  Pause NONE = _ -> Future.succeededFuture();

  /** From so many items in a batch on a growing pause is as long as it gets. */
  int CROWD = 16;

  /** Begun with a batch of so many items; the next one gathers until it is over. */
  Future<Void> after(int items);

  /** Always the same. */
  static Pause of(Vertx vertx, Duration gather) {
    return _ -> timer(vertx, gather);
  }

  /**
   * The longer the more there is to gather: a few clients who wait for each answer are not held up,
   * and in a crowd ({@value #CROWD} and more in a batch) each batch is worth its commit.
   */
  static Pause growing(Vertx vertx, Duration gather) {
    return items -> timer(vertx, grown(gather, items));
  }

  /** How long it is after so many items. */
  static Duration grown(Duration gather, int items) {
    return gather.multipliedBy(Math.min(items, CROWD)).dividedBy(CROWD);
  }

  /** In whole milliseconds, as timers are. */
  private static Future<Void> timer(Vertx vertx, Duration time) {
    return time.toMillis() > 0
        ? vertx.timer(time.toMillis(), TimeUnit.MILLISECONDS)
        : Future.succeededFuture();
  }
}

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

  /** From so many items in a batch on a measured pause is as long as it gets. */
  int CROWD = 16;

  /** From so many on each pays next to nothing for the batch, and the pause is shorter again. */
  int THRONG = 32;

  /** Begun with a batch of so many items; the next one gathers until it is over. */
  Future<Void> after(int items);

  /** Always the same. */
  static Pause of(Vertx vertx, Duration gather) {
    return _ -> timer(vertx, gather);
  }

  /**
   * As long as it pays: a few clients who wait for each answer are not held up, in a crowd ({@value
   * #CROWD} and more in a batch) each batch is worth its commit, and where more come than {@value
   * #THRONG} in that time nobody waits for what is shared by enough.
   */
  static Pause measured(Vertx vertx, Duration gather) {
    return items -> timer(vertx, after(gather, items));
  }

  /** How long it is after so many items. */
  static Duration after(Duration gather, int items) {
    return items < CROWD
        ? gather.multipliedBy(items).dividedBy(CROWD)
        : gather.multipliedBy(THRONG).dividedBy(Math.max(items, THRONG));
  }

  /** In whole milliseconds, as timers are. */
  private static Future<Void> timer(Vertx vertx, Duration time) {
    return time.toMillis() > 0
        ? vertx.timer(time.toMillis(), TimeUnit.MILLISECONDS)
        : Future.succeededFuture();
  }
}

package tollgate.engine;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How long a {@link Batcher} gathers. */
public final class Pause {

  private Pause() {}

  /** Over after this time; at once where there is none. */
  public static Supplier<Future<Void>> of(Vertx vertx, Duration gather) {
    return gather.isPositive()
        ? () -> vertx.timer(gather.toMillis(), TimeUnit.MILLISECONDS)
        : Future::succeededFuture;
  }
}

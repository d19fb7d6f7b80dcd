package tollgate.load.ground;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A closed model: so many at once, each followed by the next as soon as it is answered. It finds the
 * most that is done in a second, and says nothing of latency.
 */
public final class ClosedLoad {

  private final int atOnce;
  private long done;
  private int running;
  private long begin;
  private final Promise<Double> promise = Promise.promise();

  public ClosedLoad(int atOnce) {
    this.atOnce = atOnce;
  }

  /** As long as there is more: how many were done in a second. */
  public Future<Double> run(BooleanSupplier more, Supplier<Future<?>> one) {
    begin = System.nanoTime();
    running = atOnce;
    for (int i = 0; i < atOnce; i++) next(more, one);
    return promise.future();
  }

  private void next(BooleanSupplier more, Supplier<Future<?>> one) {
    if (more.getAsBoolean()) {
      one.get()
          .onComplete(
              _ -> {
                done++;
                next(more, one);
              });
      return;
    }
    if (--running == 0) promise.complete(done / ((System.nanoTime() - begin) / 1e9));
  }

  public long done() {
    return done;
  }
}

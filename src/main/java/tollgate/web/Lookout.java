package tollgate.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Looks again and again at what happens on other nodes, but only while somebody waits for it. The
 * next look comes only after the last, so a slow database is asked the less.
 */
final class Lookout {

  private final Vertx vertx;
  private final Context own;
  private final Duration every;
  private final BooleanSupplier isWanted;
  private final Supplier<Future<?>> look;
  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * To be made on no verticle's context: its timer must outlive them all. {@code look} never fails.
   */
  Lookout(Vertx vertx, Duration every, BooleanSupplier isWanted, Supplier<Future<?>> look) {
    this.vertx = vertx;
    own = vertx.getOrCreateContext();
    this.every = every;
    this.isWanted = isWanted;
    this.look = look;
  }

  /** Somebody waits now. */
  void wake() {
    if (isWanted.getAsBoolean() && looking.compareAndSet(false, true)) {
      own.runOnContext(_ -> tick());
    }
  }

  private void tick() {
    vertx.setTimer(every.toMillis(), _ -> again());
  }

  private void again() {
    if (isWanted.getAsBoolean()) {
      look.get().onComplete(_ -> own.runOnContext(_ -> tick()));
      return;
    }
    looking.set(false);
    wake();
  }
}

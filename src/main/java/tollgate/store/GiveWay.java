package tollgate.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Lets what is to be decided go first: work that nobody waits for asks for its turn before each of
 * its steps. Its patience has an end; then it goes on beside the rest, until nobody is behind any
 * more.
 */
final class GiveWay {

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Vertx vertx;
  private final BooleanSupplier behind;
  private final long looksMax;
  private final AtomicLong looks = new AtomicLong();

  /** {@code behind} says whether there is more to be decided than goes into a batch. */
  GiveWay(Vertx vertx, BooleanSupplier behind, Duration patience) {
    this.vertx = vertx;
    this.behind = behind;
    looksMax = patience.dividedBy(LOOK_EVERY);
  }

  /** Completes when nobody is behind, or at the end of all patience. */
  Future<Void> turn() {
    if (!behind.getAsBoolean()) {
      looks.set(0);
      return Future.succeededFuture();
    }
    if (looks.incrementAndGet() > looksMax) return Future.succeededFuture();

    return vertx.timer(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS).compose(_ -> turn());
  }
}

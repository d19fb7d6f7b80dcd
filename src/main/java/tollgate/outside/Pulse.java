package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again, the next time only after the last has ended: at once when there
 * is more to do, after a tick when there is not, and ever slower while it fails. One event loop
 * only.
 */
final class Pulse {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private final Vertx vertx;
  private final String name;
  private final Backoff pauses;
  private final Duration tick;
  private final Supplier<Future<Boolean>> work;
  private @Nullable Promise<Void> stopping;
  private long timer;
  private boolean running;
  private int failures;

  /** {@code work} says whether there is more to do at once; its failure is slept over. */
  Pulse(
      Vertx vertx,
      String name,
      Duration tick,
      Duration backoffMax,
      Supplier<Future<Boolean>> work) {
    this.vertx = vertx;
    this.name = name;
    this.tick = tick;
    this.work = work;
    pauses = new Backoff(tick, 2, backoffMax);
  }

  void start() {
    timer = vertx.setTimer(tick.toMillis(), _ -> beat());
  }

  /** Nothing new begins; completes when what runs has ended, or after {@code patience}. */
  Future<Void> stop(Duration patience) {
    var promise = Promise.<Void>promise();
    stopping = promise;
    vertx.cancelTimer(timer);
    if (!running) return Future.succeededFuture();

    vertx.setTimer(patience.toMillis(), _ -> promise.tryComplete());
    return promise.future();
  }

  private void beat() {
    running = true;
    once().onComplete(result -> ended(result.succeeded() && result.result(), result.cause()));
  }

  private Future<Boolean> once() {
    try {
      return work.get();
    } catch (RuntimeException broken) {
      return Future.failedFuture(broken);
    }
  }

  private void ended(boolean more, @Nullable Throwable failure) {
    running = false;
    note(failure);
    if (stopping != null) {
      stopping.tryComplete();
      return;
    }
    var pause = failures == 0 ? tick : pauses.after(failures + 1);
    // Even at once is not in the same turn of the loop: others wait for theirs.
    timer = vertx.setTimer(more ? 1 : pause.toMillis(), _ -> beat());
  }

  /**
   * Once when it breaks and once when it is whole again: an hour without a database is two lines.
   */
  private void note(@Nullable Throwable failure) {
    if (failure == null) {
      if (failures > 0) LOG.info("{}: well again after {} failures", name, failures);
      failures = 0;
      return;
    }
    if (failures == 0) LOG.warn("{}: fails, and is tried again", name, failure);
    failures++;
  }
}

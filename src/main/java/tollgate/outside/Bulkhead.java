package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import tollgate.outside.ProviderOptions.Calls;

/** So many at once, so many in wait, and the rest is told at once. One event loop only. */
final class Bulkhead {

  /** Longer would be past the limit of many a payment. */
  private static final Duration AWAY_MAX = Duration.ofMinutes(1);

  private record Waiting(Runnable go, Runnable refuse, long since) {}

  private final Calls limits;
  private final LongSupplier millis;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private final Crowd crowd;
  private int inUse;
  private boolean draining;

  Bulkhead(Calls limits, LongSupplier millis) {
    this.limits = limits;
    this.millis = millis;
    crowd = new Crowd(limits.queueMax(), limits.queueWait(), AWAY_MAX);
  }

  /** Fails with {@link Unsent} when there is no room, now or for too long. */
  <T> Future<T> enter(Supplier<Future<T>> work) {
    if (inUse < limits.atOnceMax()) return run(work);
    if (queue.size() >= limits.queueMax()) return Future.failedFuture(full());

    var promise = Promise.<T>promise();
    queue.add(
        new Waiting(
            () -> run(work).onComplete(promise), () -> promise.fail(full()), millis.getAsLong()));
    return promise.future();
  }

  int inUse() {
    return inUse;
  }

  int waiting() {
    return queue.size();
  }

  private <T> Future<T> run(Supplier<Future<T>> work) {
    inUse++;
    return work.get().onComplete(_ -> leave());
  }

  /** A loop and not a recursion: behind an open breaker calls end as soon as they begin. */
  private void leave() {
    inUse--;
    crowd.served();
    if (draining) return;

    draining = true;
    while (inUse < limits.atOnceMax() && !queue.isEmpty()) {
      var next = queue.remove();
      boolean late = millis.getAsLong() - next.since() > limits.queueWait().toMillis();
      if (late) next.refuse().run();
      else next.go().run();
    }
    draining = false;
  }

  private Unsent full() {
    return Unsent.noRoom("too many calls to this provider", crowd.turnAway());
  }
}

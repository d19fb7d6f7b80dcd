package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a verticle must finish before it stops. One event loop only. */
final class InFlight {

  private final List<Promise<Void>> waiting = new ArrayList<>(1);
  private int count;

  /** Counted until the future is complete. */
  <T> Future<T> track(Future<T> work) {
    count++;
    return work.onComplete(_ -> left());
  }

  int count() {
    return count;
  }

  /** When nothing is in flight any more, or after {@code patience}. */
  Future<Void> empty(Vertx vertx, Duration patience) {
    if (count == 0) return Future.succeededFuture();

    var promise = Promise.<Void>promise();
    waiting.add(promise);
    vertx.setTimer(patience.toMillis(), _ -> promise.tryComplete());
    return promise.future();
  }

  private void left() {
    count--;
    if (count > 0) return;

    for (var promise : waiting) promise.tryComplete();
    waiting.clear();
  }
}

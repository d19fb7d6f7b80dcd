package tollgate.sandbox;

import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that waits; all of it stops when the sandbox closes. */
public final class Timers {

  private final Vertx vertx;
  private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Timers(Vertx vertx) {
    this.vertx = vertx;
  }

  public void after(long millis, Runnable action) {
    if (closed) return;
    if (millis <= 0) {
      vertx.runOnContext(_ -> action.run());
      return;
    }
    waiting.add(
        vertx.setTimer(
            millis,
            id -> {
              waiting.remove(id);
              if (!closed) action.run();
            }));
  }

  public void every(long millis, Runnable action) {
    waiting.add(vertx.setPeriodic(millis, _ -> action.run()));
  }

  void close() {
    closed = true;
    waiting.forEach(vertx::cancelTimer);
  }
}

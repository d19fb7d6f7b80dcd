package tollgate.load.ground;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.LongConsumer;
import tollgate.load.measure.Latencies;

/**
 * An open model: flow n starts at its own time, whatever became of the others, and is measured from
 * that intended time. How late the generator itself was is reported beside it, for a late generator
 * makes no claim.
 */
public final class OpenLoad {

  private static final long TICK_MILLIS = 1;

  private final Vertx vertx;
  private final double perSecond;
  private final long total;
  private final Latencies lateness;
  private long started;

  public OpenLoad(Vertx vertx, String name, double perSecond, long total) {
    this.vertx = vertx;
    this.perSecond = perSecond;
    this.total = total;
    lateness = new Latencies(name + ", generator's lateness");
  }

  /** Calls {@code start} with the intended start of each flow in nanoTime; ends with the last. */
  public Future<Void> run(LongConsumer start) {
    var promise = Promise.<Void>promise();
    var begin = System.nanoTime();
    vertx.setPeriodic(
        TICK_MILLIS,
        timer -> {
          var now = System.nanoTime();
          while (started < total && intended(begin) <= now) {
            var intended = intended(begin);
            lateness.since(intended);
            started++;
            start.accept(intended);
          }
          if (started >= total) {
            vertx.cancelTimer(timer);
            promise.complete();
          }
        });
    return promise.future();
  }

  private long intended(long begin) {
    return begin + (long) (started / perSecond * 1e9);
  }

  /** Between intended and real start. */
  public Latencies lateness() {
    return lateness;
  }

  /** How far the generator was behind, for one row of the table. */
  public String late() {
    return "p50 %.1f, p99 %.1f, max %.1f ms"
        .formatted(lateness.percentile(50), lateness.percentile(99), lateness.percentile(100));
  }
}

package tollgate.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;

/**
 * An open model: flow n starts at its own time, whatever became of the others, and is measured from
 * that intended time. How late the generator itself was is reported beside it, for a late generator
 * makes no claim.
 */
final class OpenLoad {

  private static final long TICK_MILLIS = 1;

  private final Vertx vertx;
  private final double perSecond;
  private final long total;
  private final Histogram lateness = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
  private long started;

  OpenLoad(Vertx vertx, double perSecond, long total) {
    this.vertx = vertx;
    this.perSecond = perSecond;
    this.total = total;
  }

  /** Calls {@code start} with the intended start of each flow in nanoTime; ends with the last start. */
  Future<Void> run(LongConsumer start) {
    var promise = Promise.<Void>promise();
    var begin = System.nanoTime();
    vertx.setPeriodic(
        TICK_MILLIS,
        timer -> {
          var now = System.nanoTime();
          while (started < total && intended(begin) <= now) {
            var intended = intended(begin);
            lateness.recordValue(Math.max(0, (System.nanoTime() - intended) / 1000));
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

  /** Microseconds between intended and real start. */
  Histogram lateness() {
    return lateness;
  }

  long started() {
    return started;
  }
}

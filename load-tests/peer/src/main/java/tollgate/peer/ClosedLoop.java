package tollgate.peer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * So many customers top up, one flow after the other each: a closed loop, which says what a system
 * does when it is never asked for more than that at once. A flow counts where it ends within the
 * measured time; all are counted for the check of the balances. Runs on one event loop.
 */
final class ClosedLoop {

  private final Vertx vertx;
  private final Contender contender;
  private final Supplier<Cpu> cpu;
  private final List<String> accounts;
  private final Map<String, Long> failures = new TreeMap<>();
  private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
  private long started;
  private long done;
  private boolean measuring;
  private boolean over;

  ClosedLoop(Vertx vertx, Contender contender, Supplier<Cpu> cpu, List<String> accounts) {
    this.vertx = vertx;
    this.contender = contender;
    this.cpu = cpu;
    this.accounts = accounts;
  }

  /**
   * @param micros of each flow that was measured
   * @param nanos that were measured
   * @param cpu used in them
   * @param done flows that ended well, those that warmed up included
   * @param failures of all flows, by reason
   */
  record Result(Histogram micros, long nanos, Cpu cpu, long done, Map<String, Long> failures) {}

  /** Warms up, measures, and lets the flows that are under way end. */
  Future<Result> run(int concurrency, long warmSeconds, long seconds) {
    var promise = Promise.<Result>promise();
    vertx.runOnContext(_ -> {
      var ended = new Ended(concurrency);
      for (int i = 0; i < concurrency; i++) next(ended);
      vertx
          .timer(warmSeconds, TimeUnit.SECONDS)
          .compose(_ -> measured(seconds))
          .compose(result -> ended.promise.future().map(_ -> counted(result)))
          .onComplete(promise);
    });
    return promise.future();
  }

  private Future<Result> measured(long seconds) {
    var before = cpu.get();
    var begin = System.nanoTime();
    measuring = true;
    return vertx
        .timer(seconds, TimeUnit.SECONDS)
        .map(_ -> {
          measuring = false;
          over = true;
          var nanos = System.nanoTime() - begin;
          return new Result(micros, nanos, cpu.get().minus(before), 0, failures);
        });
  }

  private Result counted(Result result) {
    return new Result(result.micros, result.nanos, result.cpu, done, failures);
  }

  /** Completes when the last of the customers has come to his end. */
  private static final class Ended {

    private final Promise<Void> promise = Promise.promise();
    private int running;

    Ended(int concurrency) {
      running = concurrency;
    }

    void one() {
      if (--running == 0) promise.complete();
    }
  }

  private void next(Ended ended) {
    if (over) {
      ended.one();
      return;
    }
    var number = started++;
    var account = accounts.get((int) (number % accounts.size()));
    var begin = System.nanoTime();
    contender
        .topUp(account, Long.toString(begin, 36) + "-" + number)
        .onSuccess(_ -> succeeded(begin))
        .onFailure(failure -> failures.merge(String.valueOf(failure.getMessage()), 1L, Long::sum))
        .onComplete(_ -> next(ended));
  }

  private void succeeded(long begin) {
    done++;
    if (measuring) micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
  }
}

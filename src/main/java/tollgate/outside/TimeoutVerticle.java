package tollgate.outside;

import io.vertx.core.Future;
import java.util.List;
import tollgate.engine.Engine;
import tollgate.engine.News;
import tollgate.engine.Timers;
import tollgate.engine.Timers.Due;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.TimeLimitReached;

/**
 * The clock of the payments: declines those whose limit time has passed and has the provider asked
 * about those whose word is due. It holds nothing in memory: a payment that is due stays due in the
 * database until it has been dealt with, whoever dies in between.
 */
public final class TimeoutVerticle extends PulseVerticle {

  private final Timers timers;
  private final Engine engine;
  private final TimerOptions options;
  private volatile boolean crowded;

  public TimeoutVerticle(Timers timers, Engine engine, TimerOptions options) {
    super("timers", options.tick(), options);
    this.timers = timers;
    this.engine = engine;
    this.options = options;
  }

  @Override
  Future<Boolean> look() {
    return timers
        .due(options.rowsMax())
        .onComplete(due -> crowded = due.succeeded() && isFull(due.result()))
        .compose(this::tell);
  }

  /** Whether more payments are due than one look takes. Safe from any thread. */
  public boolean isBehind() {
    return crowded;
  }

  private boolean isFull(List<Due> due) {
    return due.size() == options.rowsMax();
  }

  /** A page in flight is the bound. All of it failing is a failure, so that nobody spins on it. */
  private Future<Boolean> tell(List<Due> due) {
    var told = due.stream().map(this::tell).toList();
    return Future.join(told)
        .map(isFull(due))
        .recover(failure ->
            told.stream().anyMatch(Future::succeeded)
                ? Future.succeededFuture(true)
                : Future.failedFuture(failure));
  }

  private Future<?> tell(Due due) {
    var event = due.limit() ? new TimeLimitReached() : new AskDue(due.asks());
    return engine.handle(News.of(due.payment(), event));
  }
}

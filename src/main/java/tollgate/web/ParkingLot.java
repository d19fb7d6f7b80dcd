package tollgate.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Room for questions that wait for something, whatever it is: so many at once, each only so long,
 * and none once we stop. One a node; safe for all threads.
 */
public final class ParkingLot {

  private final Vertx vertx;
  private final WebOptions options;
  private final WebMeters meters;
  private final AtomicInteger size = new AtomicInteger();
  private volatile boolean closed;

  public ParkingLot(Vertx vertx, WebOptions options, WebMeters meters) {
    this.vertx = vertx;
    this.options = options;
    this.meters = meters;
  }

  Vertx vertx() {
    return vertx;
  }

  WebOptions.Waiting options() {
    return options.waiting();
  }

  /** Whether one more may wait; who may not is answered as if he had not asked for it. */
  boolean hasRoom() {
    return !closed && size.get() < options.waiting().requestsMax();
  }

  boolean isClosed() {
    return closed;
  }

  /** Nobody else may wait; those who do are to be answered by whoever knows them. */
  void close() {
    closed = true;
  }

  /**
   * Counts a request as waiting until this answer is there. {@code timeOver} is called once its
   * time is over, {@code gone} when nobody listens any more; either must bring the answer about.
   */
  <T> Future<T> hold(
      RoutingContext ctx, Duration time, Future<T> answer, Runnable timeOver, Runnable gone) {
    size.incrementAndGet();
    meters.parked();
    Shedding.waits(ctx);
    ctx.addEndHandler(_ -> gone.run());
    var timer = vertx.setTimer(patience(time).toMillis(), _ -> timeOver.run());
    return answer.onComplete(_ -> {
      vertx.cancelTimer(timer);
      size.decrementAndGet();
      meters.unparked();
    });
  }

  /** A connection on which nothing moves is closed, so who waits is answered before that. */
  private Duration patience(Duration time) {
    var longest = options.limits().idle().dividedBy(10).multipliedBy(9);
    return time.compareTo(longest) < 0 ? time : longest;
  }
}

package tollgate.web;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;

/**
 * Refuses merchants' requests at the door while there is more work than can be done in time: better
 * at once and with the word when to come again than late. Providers' callbacks, pages and those who
 * run us are never refused here, and who waits for news does not count. One a node.
 */
public final class Shedding {

  private static final String KEY = "tollgate.pass";

  private final ConcurrencyLimit limit;
  private final WebMeters meters;
  private final LongSupplier nanos;
  private final AtomicInteger atOnce = new AtomicInteger();

  /** {@code nanos}: a clock that only goes forward. */
  Shedding(WebOptions.Shedding options, WebMeters meters, LongSupplier nanos) {
    this.meters = meters;
    this.nanos = nanos;
    limit = new ConcurrencyLimit(options, nanos.getAsLong());
    meters.showLimit(limit::limit);
  }

  /** One for all verticles that share a port. */
  public static Shedding of(WebOptions options, WebMeters meters) {
    return new Shedding(options.shedding(), meters, System::nanoTime);
  }

  /** Throws {@link GateRefusal}. Whoever came in must leave. */
  Pass enter(RoutingContext ctx) {
    int now = atOnce.incrementAndGet();
    if (now > limit.limit()) {
      atOnce.decrementAndGet();
      meters.rejected();
      throw GateRefusal.of(503, Code.TRY_AGAIN, "too much to do; ask again");
    }
    var pass = new Pass(now, nanos.getAsLong());
    ctx.put(KEY, pass);
    return pass;
  }

  /** Requests that are worked on. */
  int working() {
    return atOnce.get();
  }

  /** This request waits for news from now on, which is nobody's work. */
  static void waits(RoutingContext ctx) {
    @Nullable Pass pass = ctx.get(KEY);
    if (pass != null) pass.leaveUnmeasured();
  }

  /** The place of one request among those that are worked on. */
  final class Pass {

    private final int place;
    private final long since;
    private final AtomicBoolean left = new AtomicBoolean();

    private Pass(int place, long since) {
      this.place = place;
      this.since = since;
    }

    /** It was answered with this HTTP status. */
    void leave(int status) {
      if (!left.compareAndSet(false, true)) return;

      atOnce.decrementAndGet();
      var now = nanos.getAsLong();
      limit.took(now - since, place, status == 503, now);
    }

    private void leaveUnmeasured() {
      if (left.compareAndSet(false, true)) atOnce.decrementAndGet();
    }
  }
}

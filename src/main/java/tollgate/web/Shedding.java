package tollgate.web;

import io.vertx.ext.web.RoutingContext;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;
import tollgate.web.ConcurrencyLimit.Said;

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

  /** {@code nanos}: a clock that only goes forward. */
  Shedding(WebOptions.Shedding options, WebMeters meters, LongSupplier nanos) {
    this.meters = meters;
    this.nanos = nanos;
    limit = new ConcurrencyLimit(options, nanos.getAsLong());
    meters.showLimit(limit::limit, limit::working);
  }

  /** One for all verticles that share a port. */
  public static Shedding of(WebOptions options, WebMeters meters) {
    return new Shedding(options.shedding(), meters, System::nanoTime);
  }

  /** Throws {@link GateRefusal}. Whoever came in must leave. */
  Pass enter(RoutingContext ctx) {
    var place = limit.enter(nanos.getAsLong());
    if (place == null) {
      meters.rejected();
      throw GateRefusal.of(503, Code.TRY_AGAIN, "too much to do; ask again");
    }
    var pass = new Pass(place);
    ctx.put(KEY, pass);
    return pass;
  }

  /** Requests that are worked on. */
  int working() {
    return limit.working();
  }

  /** This request waits for news from now on, which is nobody's work. */
  static void waits(RoutingContext ctx) {
    @Nullable Pass pass = ctx.get(KEY);
    if (pass != null) pass.leave(Said.NOTHING);
  }

  /** The place of one request among those that are worked on. */
  final class Pass {

    private final ConcurrencyLimit.Place place;

    private Pass(ConcurrencyLimit.Place place) {
      this.place = place;
    }

    /** It was answered with this HTTP status. */
    void leave(int status) {
      if (status == 503) leave(Said.DROPPED);
      else leave(status < 400 ? Said.DONE : Said.NOTHING);
    }

    private void leave(Said said) {
      limit.leave(place, said, nanos.getAsLong());
    }
  }
}

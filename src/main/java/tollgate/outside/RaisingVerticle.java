package tollgate.outside;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tollgate.engine.Raising;
import tollgate.tenant.Gateway;
import tollgate.tenant.Tenants;

/**
 * Raises questions while callbacks through a gateway have dried up, so that customers who paid need
 * not wait for their payment's next ordinary question. Silence is judged and the budget is kept for
 * each gateway. It brings times forward and asks nobody itself: the questions go the way of all
 * questions, through bulkhead and breaker.
 */
public final class RaisingVerticle extends PulseVerticle {

  /**
   * What it works with.
   *
   * @param silent whether callbacks through that gateway have dried up
   */
  public record Parts(
      Raising raising,
      Supplier<Tenants> tenants,
      Predicate<Gateway> silent,
      OutsideMeters meters) {}

  private final Parts parts;
  private final RaisingOptions options;

  public RaisingVerticle(Parts parts, RaisingOptions options, TimerOptions timers) {
    super("raising", options.round(), timers);
    this.parts = parts;
    this.options = options;
    for (var each : parts.tenants().get().gateways().values()) {
      parts.meters().expectRaised(each.provider());
    }
  }

  /** Where nobody answers, or the ordinary calls have to wait already, more questions do harm. */
  static boolean isRaised(boolean silent, String breaker, int waiting) {
    return silent && breaker.equals("closed") && waiting == 0;
  }

  @Override
  Future<Boolean> look() {
    var gateways = options.perSecond() == 0 ? Set.<Long>of() : gateways();
    if (gateways.isEmpty()) return Future.succeededFuture(false);

    return parts.raising().raise(gateways, options.bounds()).onSuccess(this::count).map(false);
  }

  private Set<Long> gateways() {
    var gateways = new HashSet<Long>();
    for (var gateway : parts.tenants().get().gateways().values()) {
      var name = gateway.provider();
      var silent = parts.silent().test(gateway);
      if (isRaised(silent, parts.meters().breaker(name), parts.meters().waiting(name))) {
        gateways.add(gateway.number());
      }
    }
    return gateways;
  }

  private void count(Map<Long, Integer> raised) {
    raised.forEach((number, questions) -> {
      var gateway = parts.tenants().get().gateway(number);
      if (gateway != null) parts.meters().questionsRaised(gateway.provider(), questions);
    });
  }
}

package tollgate.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Payout;
import tollgate.payment.Sale;

/**
 * How each method does through each gateway, by the sales that this node has decided: in memory,
 * the latest of a window. Other nodes have seen others; that is good enough to hide what fails, and
 * for nothing else.
 */
public final class Vitals implements Watcher {

  /**
   * What is remembered.
   *
   * @param salesMax of one method through one gateway, the latest; 500
   * @param window how long a sale counts; 1 h
   */
  public record Options(int salesMax, Duration window) {

    /** What is in use when nothing is set. */
    public static final Options USUAL = new Options(500, Duration.ofHours(1));

    public Options {
      if (salesMax < 1) throw new IllegalArgumentException("salesMax must be at least 1");
      if (window.toSeconds() < 1) throw new IllegalArgumentException("window must be at least 1 s");
    }
  }

  private record Place(long gateway, String method) {}

  private final Options options;
  private final InstantSource clock;
  private final UnaryOperator<String> breakers;
  private final Map<Place, ArrayDeque<Vital.Decided>> sales = new ConcurrentHashMap<>();

  /** {@code breakers}: the state of a provider's circuit breaker on this node, by its name. */
  public Vitals(Options options, InstantSource clock, UnaryOperator<String> breakers) {
    this.options = options;
    this.clock = clock;
    this.breakers = breakers;
  }

  /** The state of the provider's circuit breaker: closed, half_open or open. */
  public String breaker(String provider) {
    return breakers.apply(provider);
  }

  /** How far back it is measured. */
  public Duration window() {
    return options.window();
  }

  public Vital of(long gateway, String method) {
    var known = sales.get(new Place(gateway, method));
    if (known == null) return Vital.NONE;

    return Vital.of(copy(known), clock.instant().minus(options.window()));
  }

  /** The engine waits for this and for nothing more: the sums are done on what is copied. */
  private static List<Vital.Decided> copy(ArrayDeque<Vital.Decided> known) {
    synchronized (known) {
      return List.copyOf(known);
    }
  }

  @Override
  public void committed(Change change) {
    var before = change.before();
    var wasOpen = before == null || before.payment().isOpen();
    if (!wasOpen || change.after().isOpen()) return;

    switch (change.after()) {
      case Sale sale when sale.terms().payer() == null -> decided(sale);
      case Sale _, Payout _, Link _ -> {}
    }
  }

  private void decided(Payment sale) {
    var took = Duration.between(sale.openedAt(), sale.changedAt());
    var decided =
        new Vital.Decided(clock.instant(), sale.state() instanceof Succeeded, took.toMillis());
    var place = new Place(sale.terms().gateway(), sale.terms().method());
    var known = sales.computeIfAbsent(place, _ -> new ArrayDeque<>());
    synchronized (known) {
      if (known.size() == options.salesMax()) known.removeFirst();
      known.addLast(decided);
    }
  }

  @Override
  public void refused(Contradiction contradiction) {}

  @Override
  public void batch(int payments, Duration took) {}

  @Override
  public void raced() {}
}

package tollgate.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * What a day is made of: of twenty flows fourteen top-ups, three spends, two payouts and one refund of
 * a spend. Each ends when its final webhook has arrived.
 */
final class Mixed {

  /** A kind of flow, and how many of twenty are of it. */
  enum Kind {
    TOP_UP(14),
    SPEND(3),
    PAYOUT(2),
    REFUND(1);

    private final int ofTwenty;

    Kind(int ofTwenty) {
      this.ofTwenty = ofTwenty;
    }

    static Kind of(long number) {
      var place = number % 20;
      for (var kind : values()) {
        if (place < kind.ofTwenty) return kind;
        place -= kind.ofTwenty;
      }
      throw new IllegalStateException("twenty kinds are not twenty");
    }
  }

  private static final long TOP_UP = 1000;
  private static final long SPEND = 700;
  private static final long PAYOUT = 500;

  private final Vertx vertx;
  private final Target target;
  private final Sink sink;
  private final List<String> wallets;
  private final Map<Kind, Histogram> latencies = new EnumMap<>(Kind.class);
  private final Deque<String> spent = new ArrayDeque<>();
  private long number;
  private long ended;
  private final Failures failures = new Failures();
  private long declined;

  Mixed(Vertx vertx, Target target, Sink sink, List<String> wallets) {
    this.vertx = vertx;
    this.target = target;
    this.sink = sink;
    this.wallets = wallets;
    for (var kind : Kind.values()) latencies.put(kind, TopUps.histogram());
  }

  /** Flows a second that ended, the drain included. */
  Future<Double> run(double perSecond, long seconds) {
    var load = new OpenLoad(vertx, perSecond, Math.round(perSecond * seconds));
    var begin = System.nanoTime();
    return load.run(this::start)
        .compose(_ -> sink.drained())
        .map(_ -> ended / ((System.nanoTime() - begin) / 1e9));
  }

  Histogram latencies(Kind kind) {
    return latencies.get(kind);
  }

  /** Not taken, or lost. */
  Failures failures() {
    return failures;
  }

  /** Taken and declined: for want of money, which the mix should not know. */
  long declined() {
    return declined;
  }

  private void start(long intended) {
    var n = number++;
    var wallet = wallets.get((int) (n % wallets.size()));
    var id = "mixed-" + Long.toString(System.nanoTime(), 36) + "-" + n;
    switch (Kind.of(n)) {
      case TOP_UP -> send(Kind.TOP_UP, id, intended, () -> target.sale(id, wallet, TOP_UP));
      case SPEND -> send(Kind.SPEND, id, intended, () -> target.spend(id, wallet, SPEND));
      case PAYOUT -> send(Kind.PAYOUT, id, intended, () -> target.payout(id, PAYOUT));
      case REFUND -> {
        var earlier = spent.poll();
        if (earlier == null) return;
        send(Kind.REFUND, earlier, intended, () -> target.refund(earlier));
      }
    }
  }

  private void send(
      Kind kind, String id, long intended, Supplier<Future<Target.Reply>> call) {
    sink.expect(id, new Waiting(kind, id, intended));
    call.get()
        .onSuccess(
            reply -> {
              if (reply.status() == 200) return;
              failures.answered(reply.status());
              sink.forget(id);
            })
        .onFailure(
            failure -> {
              failures.broken(failure);
              sink.forget(id);
            });
  }

  private final class Waiting implements Sink.Flow {

    private final Kind kind;
    private final String id;
    private final long intended;

    Waiting(Kind kind, String id, long intended) {
      this.kind = kind;
      this.id = id;
      this.intended = intended;
    }

    @Override
    public void redirected(String webhook) {
      target.playCustomer(webhook).onFailure(failures::broken);
    }

    @Override
    public void ended(String status) {
      ended++;
      if (status.equals("decline") || status.equals("error")) {
        declined++;
        return;
      }
      latencies.get(kind).recordValue((System.nanoTime() - intended) / 1000);
      if (kind == Kind.SPEND) spent.add(id);
    }
  }
}

package tollgate.load.scenario;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import tollgate.load.ground.OpenLoad;
import tollgate.load.ground.Run;
import tollgate.load.measure.Failures;
import tollgate.load.measure.Latencies;
import tollgate.load.wire.Merchant;
import tollgate.load.wire.Message;
import tollgate.load.wire.Sink;

/** Flows of several kinds by turns. Each ends when its final webhook has arrived. */
final class Mix {

  /** A kind of flow, and how many of twenty are of it. */
  enum Kind {
    TOP_UP(14, "top-up"),
    SPEND(3, "spend"),
    PAYOUT(2, "payout"),
    REFUND(1, "refund");

    private final int ofTwenty;
    private final String title;

    Kind(int ofTwenty, String title) {
      this.ofTwenty = ofTwenty;
      this.title = title;
    }

    String title() {
      return title;
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

  private final Run run;
  private final Merchant merchant;
  private final Map<Kind, Latencies> latencies = new EnumMap<>(Kind.class);
  private final Deque<String> spent = new ArrayDeque<>();
  private final Failures failures = new Failures();
  private final String series = Long.toString(System.nanoTime(), 36) + "-";
  private OpenLoad load;
  private long number;
  private long ended;
  private long declined;
  private double perSecond;

  Mix(Run run) {
    this.run = run;
    merchant = run.ground().merchant();
    for (var kind : Kind.values()) latencies.put(kind, new Latencies("mixed, " + kind.title()));
  }

  Future<Void> run(double rate, long seconds) {
    load = new OpenLoad(run.vertx(), "mixed", rate, Math.round(rate * seconds));
    var begin = System.nanoTime();
    return load.run(this::start)
        .compose(_ -> run.sink().drained())
        .onSuccess(_ -> perSecond = ended / ((System.nanoTime() - begin) / 1e9));
  }

  private void start(long intended) {
    var n = number++;
    var wallets = run.ground().wallets();
    var wallet = wallets.get((int) (n % wallets.size()));
    var id = series + n;
    switch (Kind.of(n)) {
      case TOP_UP -> send(Kind.TOP_UP, id, intended, () -> merchant.sale(id, wallet, TOP_UP));
      case SPEND -> send(Kind.SPEND, id, intended, () -> merchant.spend(id, wallet, SPEND));
      case PAYOUT -> send(Kind.PAYOUT, id, intended, () -> merchant.payout(id, PAYOUT));
      case REFUND -> {
        var earlier = spent.poll();
        if (earlier == null) return;
        send(Kind.REFUND, earlier, intended, () -> merchant.refund(earlier));
      }
    }
  }

  private void send(Kind kind, String id, long intended, Supplier<Future<Message>> call) {
    run.sink().expect(id, new Waiting(kind, id, intended));
    call.get()
        .onSuccess(
            reply -> {
              if (reply.isOk()) return;
              failures.answered(reply.status());
              run.sink().forget(id);
            })
        .onFailure(failures::broken);
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
      run.ground().provider().playCustomer(webhook).onFailure(failures::broken);
    }

    @Override
    public void ended(String status) {
      ended++;
      if (status.equals("decline") || status.equals("error")) {
        declined++;
        return;
      }
      latencies.get(kind).since(intended);
      if (kind == Kind.SPEND) spent.add(id);
    }
  }

  Latencies latencies(Kind kind) {
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

  double perSecond() {
    return perSecond;
  }

  String late() {
    return load.late();
  }
}

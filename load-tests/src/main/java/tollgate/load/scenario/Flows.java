package tollgate.load.scenario;

import io.vertx.core.Future;
import java.util.List;
import tollgate.load.ground.Ground;
import tollgate.load.ground.OpenLoad;
import tollgate.load.ground.Run;
import tollgate.load.measure.Failures;
import tollgate.load.measure.Latencies;
import tollgate.load.wire.Sink;

/**
 * Full top-ups: sale, redirect webhook, the provider's callback, credit, final webhook. The generator
 * is merchant, customer and provider, so nothing of a sandbox is in the gateway's figures. A flow ends
 * when its final webhook has arrived.
 */
final class Flows {

  private static final long AMOUNT = 1000;

  private final Run run;
  private final Ground ground;
  private final Sink sink;
  private final List<String> wallets;
  private final String name;
  private final Latencies accepted;
  private final Latencies acknowledged;
  private final Latencies full;
  private final Failures failures = new Failures();
  private final String series = Long.toString(System.nanoTime(), 36) + "-";
  private OpenLoad load;
  private long begin;
  private long started;
  private long ended;
  private double perSecond;

  Flows(Run run, String name) {
    this.run = run;
    this.name = name;
    ground = run.ground();
    sink = run.sink();
    wallets = ground.wallets();
    accepted = new Latencies(name + ", sale accepted");
    acknowledged = new Latencies(name + ", callback acknowledged");
    full = new Latencies(name + ", final webhook");
  }

  /** Offers so many a second; ends when all have ended, or when the sink has waited long enough. */
  Future<Void> run(double rate, long seconds) {
    load = new OpenLoad(run.vertx(), name, rate, Math.round(rate * seconds));
    begin = System.nanoTime();
    return load.run(this::start).compose(_ -> sink.drained()).map(_ -> finish());
  }

  private Void finish() {
    perSecond = ended / ((System.nanoTime() - begin) / 1e9);
    return null;
  }

  private void start(long intended) {
    var number = started++;
    var id = series + number;
    var wallet = wallets.get((int) (number % wallets.size()));
    sink.expect(id, new Customer(intended));
    ground
        .merchant()
        .sale(id, wallet, AMOUNT)
        .onSuccess(
            reply -> {
              if (reply.isOk()) {
                accepted.since(intended);
                return;
              }
              failures.answered(reply.status());
              sink.forget(id);
            })
        .onFailure(failures::broken);
  }

  private final class Customer implements Sink.Flow {

    private final long intended;

    Customer(long intended) {
      this.intended = intended;
    }

    @Override
    public void redirected(String webhook) {
      var provider = ground.provider();
      provider
          .tell(provider.paid(webhook))
          .onSuccess(
              reply -> {
                if (reply.isOk()) acknowledged.since(intended);
                else failures.answered(reply.status());
              })
          .onFailure(failures::broken);
    }

    @Override
    public void ended(String status) {
      ended++;
      if (status.equals("success")) full.since(intended);
      else failures.ended(status);
    }
  }

  /** The rows of one rate. */
  void report(String offered) {
    var report = run.report();
    var lost = sink.waiting();
    report.row(
        "offered / done",
        "%s / %.0f/s, %s, %d without an end".formatted(offered, perSecond, failures, lost));
    report.row("sale accepted", accepted);
    report.row("callback acknowledged", acknowledged);
    report.row("final webhook", full);
    report.row("generator's own lateness", load.late());
    if (lost > 0) run.unsound(lost + " flows without an end");
  }

  Failures failures() {
    return failures;
  }

  Latencies full() {
    return full;
  }

  long ended() {
    return ended;
  }

  /** That ended in a second, the drain included. */
  double perSecond() {
    return perSecond;
  }
}

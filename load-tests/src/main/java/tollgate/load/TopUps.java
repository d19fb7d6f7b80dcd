package tollgate.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Full top-ups: sale, redirect webhook, the provider's callback, credit, final webhook. The generator
 * is merchant, customer and provider, so nothing of the sandbox is in the gateway's figures. A flow
 * ends when its final webhook has arrived.
 */
final class TopUps {

  private final Vertx vertx;
  private final Target target;
  private final Sink sink;
  private final List<String> wallets;
  private final long gateway;
  private final Histogram full = histogram();
  private final Histogram accepted = histogram();
  private final Histogram acknowledged = histogram();
  private final Failures failures = new Failures();
  private long ended;

  TopUps(Vertx vertx, Target target, Sink sink, List<String> wallets, long gateway) {
    this.vertx = vertx;
    this.target = target;
    this.sink = sink;
    this.wallets = wallets;
    this.gateway = gateway;
  }

  static Histogram histogram() {
    return new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
  }

  Future<Result> run(double perSecond, long seconds) {
    var load = new OpenLoad(vertx, perSecond, Math.round(perSecond * seconds));
    var begin = System.nanoTime();
    return load.run(this::start)
        .compose(_ -> sink.drained())
        .map(
            _ -> {
              var took = (System.nanoTime() - begin) / 1e9;
              return new Result(load, accepted, acknowledged, full, ended, failures, took);
            });
  }

  /** Latencies in microseconds from the intended start; {@code took} in seconds, drain included. */
  record Result(
      OpenLoad load,
      Histogram accepted,
      Histogram acknowledged,
      Histogram full,
      long ended,
      Failures failures,
      double took) {}

  private void start(long intended) {
    var number = ended + sink.waiting() + failures.count();
    var id = "topup-" + Long.toString(System.nanoTime(), 36) + "-" + number;
    var wallet = wallets.get((int) (number % wallets.size()));
    sink.expect(id, new Customer(intended));
    target
        .sale(id, wallet, 1000)
        .onSuccess(
            reply -> {
              if (reply.status() == 200) accepted.recordValue(micros(intended));
              else failures.answered(reply.status());
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
      target
          .callback(gateway, target.paid(webhook))
          .onSuccess(
              reply -> {
                if (reply.status() == 200) acknowledged.recordValue(micros(intended));
                else failures.answered(reply.status());
              })
          .onFailure(failures::broken);
    }

    @Override
    public void ended(String status) {
      ended++;
      if (status.equals("success")) full.recordValue(micros(intended));
      else failures.ended(status);
    }
  }

  private static long micros(long since) {
    return (System.nanoTime() - since) / 1000;
  }
}

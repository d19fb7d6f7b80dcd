package tollgate.load.scenario;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import tollgate.load.ground.OpenLoad;
import tollgate.load.ground.Run;
import tollgate.load.measure.Failures;
import tollgate.load.measure.Latencies;
import tollgate.load.wire.Merchant;
import tollgate.load.wire.Message;
import tollgate.load.wire.Sink;

/**
 * Top-ups of many merchants by turns. Of a merchant who may be dead no webhook is awaited: the
 * generator asks for the status until the customer is to be redirected, and pays then.
 */
final class FannedFlows {

  private static final long AMOUNT = 1000;
  private static final int ASKED_MAX = 50;
  private static final long ASK_EVERY_MILLIS = 100;
  private static final Duration LAST_MAX = Duration.ofSeconds(30);

  private final Run run;
  private final List<Merchant> merchants;
  private final String name;
  private final Latencies healthy;
  private final Failures failures = new Failures();
  private final String series = Long.toString(System.nanoTime(), 36) + "-";
  private int number;
  private int open;

  FannedFlows(Run run, String name, List<Merchant> merchants) {
    this.run = run;
    this.name = name;
    this.merchants = merchants;
    healthy = new Latencies("final webhook of the healthy, " + name);
  }

  /** Ends when the healthy have heard all and every payment was paid. */
  Future<Void> run(double perSecond, long seconds) {
    var load = new OpenLoad(run.vertx(), name, perSecond, Math.round(perSecond * seconds));
    return load.run(this::start).compose(_ -> run.until(() -> open <= 0, LAST_MAX));
  }

  private void start(long intended) {
    var n = number++;
    var id = series + n;
    var merchant = merchants.get(n % FanOut.MERCHANTS);
    var mayBeDead = n % FanOut.MERCHANTS >= FanOut.MERCHANTS - FanOut.DEAD;
    var wallets = run.ground().wallets();
    open++;
    run.sink().expect(id, mayBeDead ? new Unheard() : new Customer(intended));
    merchant
        .sale(id, wallets.get(n % wallets.size()), AMOUNT)
        .onSuccess(
            reply -> {
              if (!reply.isOk()) refused(id, reply);
              else if (mayBeDead) payWhenRedirected(merchant, id, 0);
            })
        .onFailure(failures::broken);
  }

  private void refused(String id, Message reply) {
    failures.answered(reply.status());
    run.sink().forget(id);
    open--;
  }

  private void payWhenRedirected(Merchant merchant, String id, int asked) {
    merchant
        .status(id)
        .onSuccess(
            reply -> {
              if (reply.body().contains("\"TransNum\"")) {
                pay(reply.body()).onComplete(_ -> open--);
                return;
              }
              if (asked >= ASKED_MAX) throw new IllegalStateException("no redirect: " + reply);
              run.vertx()
                  .timer(ASK_EVERY_MILLIS)
                  .onSuccess(_ -> payWhenRedirected(merchant, id, asked + 1));
            })
        .onFailure(failures::broken);
  }

  private Future<?> pay(String redirected) {
    var provider = run.ground().provider();
    return provider
        .tell(provider.paid(redirected))
        .onSuccess(
            reply -> {
              if (!reply.isOk()) failures.answered(reply.status());
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
      pay(webhook);
    }

    @Override
    public void ended(String status) {
      open--;
      healthy.since(intended);
    }
  }

  /** Of a merchant who may be dead: hears in the end, and what it hears when is no figure. */
  private static final class Unheard implements Sink.Flow {

    @Override
    public void redirected(String webhook) {}

    @Override
    public void ended(String status) {}
  }

  Latencies healthy() {
    return healthy;
  }

  Failures failures() {
    return failures;
  }
}

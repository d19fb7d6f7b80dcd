package tollgate.load.scenario;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import tollgate.load.ground.ClosedLoad;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;
import tollgate.load.measure.Failures;

/**
 * Merchants who ask what became of their payments: as fast as they are answered, which finds the
 * most, and then at 70 % of that, which finds how long an answer takes.
 */
public final class Polling implements Scenario {

  private static final int AT_ONCE = 64;
  private static final int PAYMENTS_MAX = 5_000;
  private static final double SHARE = 0.7;

  private final Failures failures = new Failures();
  private long asked;

  @Override
  public String name() {
    return "Status polling";
  }

  @Override
  public void run(Run run) throws Exception {
    var merchant = run.ground().merchant();
    var requests =
        run.sink().succeeded().stream().limit(PAYMENTS_MAX).map(merchant::statusRequest).toList();
    if (requests.isEmpty()) throw new IllegalStateException("no payment to ask for");

    var seconds = run.sizes().pollSeconds();
    run.await(() -> flatOut(run, requests, 1));
    var before = run.begin();
    var from = asked;
    double most = run.await(() -> flatOut(run, requests, seconds));
    run.report()
        .row(
            AT_ONCE + " keep-alive connections, as fast as answered",
            "%.0f/s, %s".formatted(most, failures));
    run.cost(before, asked - from);
    run.report().figure("status/s", most);
    var rate = SHARE * most;
    var questions = new Questions(run, "status at 70 %", requests);
    run.await(() -> questions.at(rate, seconds));
    run.report().row("offered", "%.0f/s, %s".formatted(rate, questions.failures()));
    run.report().row("answered", questions.answered());
    run.report().row("generator's own lateness", questions.late());
  }

  private Future<Double> flatOut(Run run, List<Buffer> requests, int seconds) {
    var ends = System.nanoTime() + seconds * 1_000_000_000L;
    return new ClosedLoad(AT_ONCE)
        .run(() -> System.nanoTime() < ends, () -> ask(run, requests));
  }

  private Future<?> ask(Run run, List<Buffer> requests) {
    return run.ground()
        .merchant()
        .send(requests.get((int) (asked++ % requests.size())))
        .onSuccess(
            reply -> {
              if (!reply.isOk()) failures.answered(reply.status());
            })
        .onFailure(failures::broken);
  }
}

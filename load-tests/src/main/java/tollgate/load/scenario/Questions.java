package tollgate.load.scenario;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import tollgate.load.ground.OpenLoad;
import tollgate.load.ground.Run;
import tollgate.load.measure.Failures;
import tollgate.load.measure.Latencies;

/** Questions that were signed beforehand, asked by turns at a fixed rate. */
final class Questions {

  private static final Duration LAST_ANSWER_MAX = Duration.ofSeconds(1);

  private final Run run;
  private final String name;
  private final List<Buffer> requests;
  private final Latencies answered;
  private final Failures failures = new Failures();
  private OpenLoad load;
  private int turn;
  private int open;

  Questions(Run run, String name, List<Buffer> requests) {
    this.run = run;
    this.name = name;
    this.requests = requests;
    answered = new Latencies(name);
  }

  Future<Void> at(double perSecond, long seconds) {
    load = new OpenLoad(run.vertx(), name, perSecond, Math.round(perSecond * seconds));
    return load.run(this::ask).compose(_ -> run.until(() -> open == 0, LAST_ANSWER_MAX));
  }

  private void ask(long intended) {
    open++;
    run.ground()
        .merchant()
        .send(requests.get(turn++ % requests.size()))
        .onSuccess(
            reply -> {
              if (reply.isOk()) answered.since(intended);
              else failures.answered(reply.status());
            })
        .onFailure(failures::broken)
        .onComplete(_ -> open--);
  }

  Latencies answered() {
    return answered;
  }

  Failures failures() {
    return failures;
  }

  String late() {
    return load.late();
  }
}

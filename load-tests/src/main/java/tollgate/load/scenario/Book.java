package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/** Whether any money is wrong, and whether the merchants heard of everything exactly once. */
public final class Book implements Scenario {

  @Override
  public String name() {
    return "The book";
  }

  @Override
  public void run(Run run) throws Exception {
    run.await(run.sink()::drained);
    run.prove();
    var sink = run.sink();
    run.report()
        .row(
            "final webhooks",
            "%d, %d twice, %d missing".formatted(sink.finals(), sink.strangers(), sink.waiting()));
    if (sink.waiting() > 0) run.unsound(sink.waiting() + " final webhooks are missing");
  }
}

package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/** Top-ups at half the rate, so that what follows meets compiled code; nothing of it counts. */
public final class WarmUp implements Scenario {

  private static final int SECONDS_MAX = 10;

  @Override
  public String name() {
    return "Warm-up";
  }

  @Override
  public void run(Run run) throws Exception {
    var rate = run.sizes().rate() / 2.0;
    var seconds = Math.min(SECONDS_MAX, run.sizes().seconds());
    var flows = new Flows(run, "warm-up");
    run.await(() -> flows.run(rate, seconds));
    run.report()
        .row(
            "not measured",
            "%.0f top-ups/s for %d s, %s".formatted(rate, seconds, flows.failures()));
  }
}

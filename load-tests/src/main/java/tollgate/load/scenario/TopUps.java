package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/** Full top-ups at a fixed rate. */
public final class TopUps implements Scenario {

  @Override
  public String name() {
    return "Full top-ups";
  }

  @Override
  public void run(Run run) throws Exception {
    var sizes = run.sizes();
    var flows = new Flows(run, "top-up");
    var before = run.begin();
    run.await(() -> flows.run(sizes.rate(), sizes.seconds()));
    flows.report("%d/s for %d s".formatted(sizes.rate(), sizes.seconds()));
    var used = run.cost(before, flows.ended());
    run.report().figure("top-ups/s", flows.perSecond());
    run.report().figure("top-up CPU ms", used.perFlow(Math.max(1, flows.ended())));
  }
}

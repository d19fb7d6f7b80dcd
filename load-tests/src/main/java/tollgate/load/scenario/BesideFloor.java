package tollgate.load.scenario;

import java.util.ArrayList;
import java.util.List;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/**
 * A storm and its floor by turns. A machine that is shared is faster by a third in one minute than
 * in another, so each storm is compared with the floor that was laid right after it, and what counts
 * is the ratio in the middle.
 *
 * @param hot all credits on one wallet
 */
public record BesideFloor(boolean hot) implements Scenario {

  @Override
  public String name() {
    return new Storm(hot).name() + ", beside its floor";
  }

  @Override
  public void run(Run run) throws Exception {
    var ratios = new ArrayList<Double>();
    for (int turn = 1; turn <= run.sizes().turns(); turn++) {
      var rate = new Storm(hot).rate(run);
      var floor = Floor.lay(run, hot);
      if (floor.isEmpty()) continue;

      var ratio = rate / floor.getAsDouble();
      ratios.add(ratio);
      run.report()
          .row(
              "one transaction a credit, by pgbench",
              "%.0f/s; the storm was %.1f × that".formatted(floor.getAsDouble(), ratio));
    }
    if (ratios.isEmpty()) run.report().row("floor", "pgbench is missing, none was laid");
    else middle(run, ratios.stream().sorted().toList());
  }

  private void middle(Run run, List<Double> sorted) {
    var middle = sorted.get((sorted.size() - 1) / 2);
    run.report().row("in the middle", "**%.1f ×** the floor".formatted(middle));
    run.report().figure("storm over floor, " + (hot ? "hot" : "spread"), middle);
  }
}

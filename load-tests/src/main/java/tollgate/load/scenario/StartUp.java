package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/** How long it takes until the gateway is ready: on no database at all, and on one that is there. */
public final class StartUp implements Scenario {

  private static final int TIMES = 2;

  @Override
  public String name() {
    return "Start-up";
  }

  @Override
  public void run(Run run) throws Exception {
    var gateway = run.ground().gateway();
    run.report().row("new database", "%.1f s".formatted(gateway.startUp().toMillis() / 1e3));
    var best = Double.MAX_VALUE;
    var all = new StringBuilder();
    for (int time = 0; time < TIMES; time++) {
      gateway.close();
      gateway.start();
      var took = gateway.startUp().toMillis() / 1e3;
      best = Math.min(best, took);
      all.append(time == 0 ? "" : ", ").append("%.2f".formatted(took));
    }
    run.report().row("existing database", all + " s");
    run.report().figure("start-up s", best);
  }
}

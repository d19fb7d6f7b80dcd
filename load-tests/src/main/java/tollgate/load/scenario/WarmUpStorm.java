package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/**
 * A storm that counts nowhere. What a gateway has not done yet it compiles in the middle of it: a
 * quarter of its processor time in its first storm, so that of three by turns the first was always
 * the least and the one in the middle the lesser of two.
 */
public final class WarmUpStorm implements Scenario {

  @Override
  public String name() {
    return "Warm-up for storms";
  }

  @Override
  public void run(Run run) throws Exception {
    var size = run.sizes().storm();
    var storm = new Callbacks(run, name());
    run.await(() -> storm.prepare(size, run.ground().wallets()));
    run.await(storm::connect);
    run.await(storm::flatOut);
    run.report().row("not measured", "%d callbacks, %s".formatted(size, storm.failures()));
    run.await(run.sink()::drained);
  }
}

package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/** How long a provider waits for its answer at 70 % of what the storm before it found. */
public final class Acknowledgement implements Scenario {

  private static final double SHARE = 0.7;

  @Override
  public String name() {
    return "Callback acknowledged at 70 % of the storm";
  }

  @Override
  public void run(Run run) throws Exception {
    var rate = SHARE * run.report().figure(Storm.SPREAD);
    if (rate == 0) throw new IllegalStateException("no storm before, so nothing is known of it");

    var size = run.sizes().storm();
    var callbacks = new Callbacks(run, "callback acknowledged at 70 %");
    run.await(() -> callbacks.prepare(size, run.ground().wallets()));
    run.ground().psql().run("checkpoint");
    var before = run.begin();
    var acknowledged = run.await(() -> callbacks.at(rate));
    run.report().row("offered", "%.0f/s, %s".formatted(rate, callbacks.failures()));
    run.report().row("acknowledged", acknowledged);
    run.cost(before, size);
    run.await(run.sink()::drained);
  }
}

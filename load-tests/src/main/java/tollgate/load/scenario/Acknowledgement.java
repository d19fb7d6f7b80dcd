package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;
import tollgate.load.measure.Latencies;

/**
 * How long a provider waits for its answer at 70 % of what the storm before it found. The first sixth
 * of it counts nowhere: generator and gateway compile what they have not done before, and each page's
 * first change after the checkpoint is in the log as a whole.
 *
 * @param told of what was credited and told, which can go on for ever, or of the credits alone, which
 *     are more for as long as merchants can wait
 */
public record Acknowledgement(boolean told) implements Scenario {

  private static final double SHARE = 0.7;
  private static final int WARM_PART = 5;

  @Override
  public String name() {
    return told
        ? "Callback acknowledged at 70 % of what is credited and told"
        : "Callback acknowledged at 70 % of what is credited";
  }

  @Override
  public void run(Run run) throws Exception {
    var rate = SHARE * run.report().figure(told ? Storm.TOLD : Storm.SPREAD);
    if (rate == 0) throw new IllegalStateException("no storm before, so nothing is known of it");

    var size = (int) (rate * run.sizes().seconds());
    var warming = size / WARM_PART;
    var callbacks = new Callbacks(run, name());
    run.await(() -> callbacks.prepare(warming + size, run.ground().wallets()));
    run.settle();
    run.await(() -> callbacks.at(rate, warming, new Latencies(name() + ", warming")));
    var before = run.begin();
    var acknowledged = new Latencies(name());
    var late = run.await(() -> callbacks.at(rate, size, acknowledged));
    run.report().row("generator's own lateness", late);
    run.report().row("offered", "%.0f/s, %s".formatted(rate, callbacks.failures()));
    run.report().row("acknowledged", acknowledged);
    run.cost(before, size);
    run.await(run.sink()::drained);
  }
}

package tollgate.load.scenario;

import java.util.List;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/**
 * Callbacks to credited money as fast as they are answered: on 2,000 wallets, or all on one. The
 * provider has its connections before the first, for the floor's clients have theirs too.
 *
 * @param hot all of them credit one wallet
 */
public record Storm(boolean hot) implements Scenario {

  static final String SPREAD = "credits/s, spread";
  static final String HOT = "credits/s, hot";

  /** What a node keeps up for as long as one likes: nobody is left to be told. */
  static final String TOLD = "credits told/s, spread";

  @Override
  public String name() {
    return hot ? "Callback storm on one hot wallet" : "Callback storm on 2,000 wallets";
  }

  @Override
  public void run(Run run) throws Exception {
    rate(run);
  }

  /** Credits a second. */
  double rate(Run run) throws Exception {
    var size = run.sizes().storm();
    var wallets = run.ground().wallets();
    List<String> credited = hot ? wallets.subList(0, 1) : wallets;
    var storm = new Callbacks(run, name());
    run.await(() -> storm.prepare(size, credited));
    run.settle();
    run.await(storm::connect);
    var before = run.begin();
    var begin = System.nanoTime();
    double rate = run.await(storm::flatOut);
    run.report()
        .row(
            "credited",
            "%.0f/s, %d callbacks, %d at once, %s"
                .formatted(rate, size, Callbacks.CALLBACKS_AT_ONCE, storm.failures()));
    run.cost(before, size);
    run.await(run.sink()::drained);
    var told = size / ((System.nanoTime() - begin) / 1e9);
    run.report().row("credited, and their merchants told", "%.0f/s".formatted(told));
    best(run, hot ? HOT : SPREAD, rate);
    if (!hot) best(run, TOLD, told);
    return rate;
  }

  private static void best(Run run, String name, double figure) {
    run.report().figure(name, Math.max(figure, run.report().figure(name)));
  }
}

package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/**
 * What a day is made of, at half the rate of the top-ups: of twenty flows fourteen top-ups, three
 * spends, two payouts and one refund of a spend. The gateway's own sandbox is the provider, for it
 * must do work of its own in a payout. Nothing before has compiled most of this, so the same mix at
 * half the rate comes first and counts nowhere.
 */
public final class Mixed implements Scenario {

  private static final int WARM_PART = 2;

  @Override
  public String name() {
    return "Mixed flows, with the sandbox as provider";
  }

  @Override
  public void run(Run run) throws Exception {
    var rate = run.sizes().rate() / 2.0;
    var seconds = run.sizes().seconds();
    warmUp(run, rate / 2, Math.max(1, run.sizes().warm() / WARM_PART));
    var mix = new Mix(run);
    var before = run.begin();
    run.await(() -> mix.run(rate, seconds));
    run.report()
        .row(
            "offered / done",
            "%.0f/s for %d s / %.0f/s, %s, %d declined, %d without an end"
                .formatted(
                    rate,
                    seconds,
                    mix.perSecond(),
                    mix.failures(),
                    mix.declined(),
                    run.sink().waiting()));
    for (var kind : Mix.Kind.values()) {
      run.report().row(kind.title() + ", final webhook", mix.latencies(kind));
    }
    run.report().row("generator's own lateness", mix.late());
    run.cost(before, rate * seconds);
  }

  private static void warmUp(Run run, double rate, int seconds) throws Exception {
    var mix = new Mix(run);
    run.await(() -> mix.run(rate, seconds));
    run.report()
        .row("not measured", "%.0f/s for %d s, %s".formatted(rate, seconds, mix.failures()));
  }
}

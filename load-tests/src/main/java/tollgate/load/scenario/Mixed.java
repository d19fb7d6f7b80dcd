package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/**
 * What a day is made of, at half the rate of the top-ups: of twenty flows fourteen top-ups, three
 * spends, two payouts and one refund of a spend. The gateway's own sandbox is the provider, for it
 * must do work of its own in a payout.
 */
public final class Mixed implements Scenario {

  @Override
  public String name() {
    return "Mixed flows, with the sandbox as provider";
  }

  @Override
  public void run(Run run) throws Exception {
    var rate = run.sizes().rate() / 2.0;
    var seconds = run.sizes().seconds();
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
}

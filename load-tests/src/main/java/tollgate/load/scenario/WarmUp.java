package tollgate.load.scenario;

import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/**
 * Top-ups at half the rate, so that what follows meets compiled code; nothing of it counts. Before them
 * the database's log is written round once: on a server that is a day old its files are there and are
 * used again, while a new one makes each of them in the middle of a commit.
 */
public final class WarmUp implements Scenario {

  /** A cold JVM is not given the whole rate at once. */
  private static final int SLOW_PART = 4;

  /** As much as the embedded server keeps, in messages that nobody reads. */
  private static final String WHOLE_LOG =
      """
      select count(pg_logical_emit_message(false, 'warm-up', repeat('x', 1048576)))
        from generate_series(1, 1024)
      """;

  @Override
  public String name() {
    return "Warm-up";
  }

  @Override
  public void run(Run run) throws Exception {
    run.ground().psql().run(WHOLE_LOG);
    run.ground().psql().run("checkpoint");
    var sizes = run.sizes();
    var slow = Math.max(1, sizes.warm() / SLOW_PART);
    flows(run, sizes.rate() / 2.0, slow);
    flows(run, sizes.rate(), Math.max(1, sizes.warm() - slow));
  }

  private static void flows(Run run, double rate, int seconds) throws Exception {
    var flows = new Flows(run, "warm-up");
    run.await(() -> flows.run(rate, seconds));
    run.report()
        .row(
            "not measured",
            "%.0f top-ups/s for %d s, %s".formatted(rate, seconds, flows.failures()));
  }
}

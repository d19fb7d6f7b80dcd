package tollgate.load.scenario;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import tollgate.load.ground.Bulk;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;
import tollgate.load.wire.Sink;

/**
 * Payments whose customers never come, with one limit second for all, and the same once more: the
 * gateway has seen none before the first, and compiles all the while; the figure is that of the
 * second. They are copies of a real one, for the wave is what is measured and not their making.
 */
public final class Expiry implements Scenario {

  private static final int COPIED_A_SECOND_MIN = 5_000;
  private static final int AHEAD_SECONDS_MIN = 3;

  private static final String SAID =
      """
      select count(*) filter (where code = 603),
             extract(epoch from max(changed_at - limit_at) filter (where code = 603)),
             extract(epoch from max(limit_at)) * 1000
        from payment
       where payment_id like '%s-%%'
      """;

  private Instant lastTold = Instant.EPOCH;

  @Override
  public String name() {
    return "Expiry wave";
  }

  @Override
  public void run(Run run) throws Exception {
    var size = run.sizes().expiring();
    var template = Template.waiting(run);
    wave(run, template, "first wave", size);
    wave(run, template, "second wave", size);
  }

  private void wave(Run run, String template, String which, int size) throws Exception {
    var prefix = prepare(run, template, size);
    var before = run.begin();
    run.await(run.sink()::drained);
    report(run, prefix, which, size);
    run.cost(before, size);
  }

  /** Ends before the limit; gives how the payments' ids begin. */
  private String prepare(Run run, String template, int size) throws Exception {
    var prefix = "wave" + Long.toString(System.nanoTime(), 36);
    run.await(() -> expect(run, prefix, size));
    var ahead = AHEAD_SECONDS_MIN + size / COPIED_A_SECOND_MIN;
    var psql = run.ground().psql();
    new Bulk(psql).waiting(template, prefix, size, ahead);
    psql.run("analyze payment");
    return prefix;
  }

  private Future<Void> expect(Run run, String prefix, int size) {
    for (int n = 1; n <= size; n++) run.sink().expect(prefix + "-" + n, new Told());
    return Future.succeededFuture();
  }

  private final class Told implements Sink.Flow {

    @Override
    public void redirected(String webhook) {}

    @Override
    public void ended(String status) {
      lastTold = Instant.now();
    }
  }

  private void report(Run run, String prefix, String wave, int size) throws IOException {
    var said = run.ground().psql().run(SAID.formatted(prefix)).strip().split("\\|");
    var limit = Instant.ofEpochMilli((long) Double.parseDouble(said[2]));
    var told = Duration.between(limit, lastTold).toMillis() / 1e3;
    var report = run.report();
    report.row(wave + ": payments with one limit second / declined", size + " / " + said[0]);
    report.row("the last declined after", "%.2f s".formatted(Double.parseDouble(said[1])));
    report.row("the last merchant told after", "%.2f s".formatted(told));
    report.figure("expiry, last declined s", Double.parseDouble(said[1]));
    if (Integer.parseInt(said[0]) != size) run.unsound("not all of the wave were declined");
  }
}

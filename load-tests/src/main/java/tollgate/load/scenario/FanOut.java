package tollgate.load.scenario;

import io.vertx.core.net.NetServer;
import java.util.ArrayList;
import java.util.List;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;
import tollgate.load.wire.Merchant;

/**
 * Webhooks to twenty merchants, first with all of them well, then with two of them dead: one refuses
 * connections, one takes them and never answers. What the other eighteen notice of it is the figure.
 * In the end the dead come back and hear everything.
 */
public final class FanOut implements Scenario {

  static final int MERCHANTS = 20;
  static final int DEAD = 2;

  @Override
  public String name() {
    return "Webhook fan-out, 10 % of the merchants dead";
  }

  @Override
  public void run(Run run) throws Exception {
    var servers = servers(run);
    var merchants = new ArrayList<Merchant>();
    for (var server : servers) {
      merchants.add(run.ground().merchant().hearingAt(server.actualPort()));
    }
    var well = measured(run, "all merchants well", merchants);
    var refusing = servers.get(MERCHANTS - 1);
    run.await(refusing::close);
    var silent = servers.get(MERCHANTS - DEAD);
    run.await(silent::close);
    var deaf = run.await(() -> run.sink().listenInSilence(silent.actualPort()));
    var beside = measured(run, "10 % of the merchants dead", merchants);
    run.report().row("p99 beside the dead over p99 without", "%.2f".formatted(beside / well));
    run.report().figure("fan-out p99 ratio", beside / well);

    run.await(deaf::close);
    run.await(() -> run.sink().listen(refusing.actualPort()));
    run.await(() -> run.sink().listen(silent.actualPort()));
    var began = System.nanoTime();
    run.await(run.sink()::drained);
    run.report()
        .row(
            "the dead came back and heard all after",
            "%.1f s, %d missing"
                .formatted((System.nanoTime() - began) / 1e9, run.sink().waiting()));
    if (run.sink().waiting() > 0) run.unsound("merchants who came back have not heard all");
  }

  private static List<NetServer> servers(Run run) throws Exception {
    var servers = new ArrayList<NetServer>();
    for (int i = 0; i < MERCHANTS; i++) servers.add(run.await(() -> run.sink().listen(0)));
    return servers;
  }

  /** The p99 of the merchants who are never dead. */
  private static double measured(Run run, String name, List<Merchant> merchants) throws Exception {
    var rate = run.sizes().rate() / 2.0;
    var seconds = run.sizes().seconds() / 2 + 1;
    var flows = new FannedFlows(run, name, merchants);
    var before = run.begin();
    run.await(() -> flows.run(rate, seconds));
    run.report()
        .row(name, "%.0f/s for %d s, %s".formatted(rate, seconds, flows.failures()));
    run.report().row("final webhook of the healthy 18, " + name, flows.healthy());
    run.cost(before, rate * seconds);
    return flows.healthy().percentile(99);
  }
}

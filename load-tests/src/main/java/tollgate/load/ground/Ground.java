package tollgate.load.ground;

import java.nio.file.Path;
import java.util.List;
import tollgate.load.wire.Merchant;
import tollgate.load.wire.Provider;
import tollgate.load.wire.Signer;
import tollgate.load.wire.Wire;

/**
 * A gateway with a database of its own, and who speaks to it.
 *
 * @param wallets of 2,000 customers, for top-ups by turns
 */
public record Ground(
    GatewayProcess gateway, Merchant merchant, Provider provider, Psql psql, List<String> wallets) {

  private static final int WALLETS = 2000;

  /** On a new database, ready for load. */
  static Ground open(Run run, String name, Path results) throws Exception {
    var gateway = new GatewayProcess(results, name);
    try {
      gateway.start();
      return of(run, gateway);
    } catch (Exception failure) {
      gateway.close();
      throw failure;
    }
  }

  private static Ground of(Run run, GatewayProcess gateway) throws Exception {
    var signer =
        new Signer("demo-secret-210", System.getProperty("load.key", "demo-touchngo-merchant-key"));
    var wire = new Wire(run.vertx(), gateway.port());
    var merchant = new Merchant(wire, signer, "").hearingAt(run.sinkPort());
    var provider = new Provider(wire, signer, Long.getLong("load.gateway", 1));
    var wallets = run.await(() -> new Wallets(run.vertx(), merchant).open("load-", WALLETS));
    return new Ground(gateway, merchant, provider, new Psql(gateway::databasePort), wallets);
  }

  /** Since the processes started. */
  Usage usage() {
    var database = gateway.databasePid();
    return new Usage(
        Procfs.cpuMillis(gateway.pid(), database),
        Procfs.threadsMillis(gateway.pid(), "CompilerThre"),
        Procfs.cpuMillis(database, -1),
        Procfs.cpuMillis(ProcessHandle.current().pid(), gateway.pid()),
        gateway.pausedMillis(),
        System.nanoTime() / 1e6);
  }
}

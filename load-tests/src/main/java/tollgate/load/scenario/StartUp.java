package tollgate.load.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import tollgate.load.ground.GatewayProcess;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;

/**
 * How long it takes until the gateway is ready: on no database at all, on one that is there, and there
 * with a JVM that kept what an earlier start had loaded (its AOT cache), as the container has it.
 */
public final class StartUp implements Scenario {

  @Override
  public String name() {
    return "Start-up";
  }

  @Override
  public void run(Run run) throws Exception {
    var gateway = run.ground().gateway();
    run.report().row("new database", seconds(gateway.startUp().toMillis()));
    measure(run, "existing database");
    var cache = run.results().resolve("tollgate.aot");
    gateway.close();
    gateway.start("-XX:AOTCacheOutput=" + cache);
    gateway.close();
    if (!Files.exists(cache)) throw new IOException("this JVM makes no AOT cache");

    var mebibytes = Files.size(cache) >> 20;
    measure(run, "existing database, AOT cache of " + mebibytes + " MiB", "-XX:AOTCache=" + cache);
    gateway.close();
    gateway.start();
  }

  /** The figure is the one in the middle. */
  private static void measure(Run run, String name, String... options) throws Exception {
    var took = new ArrayList<Long>();
    var turns = run.sizes().turns();
    for (int i = 0; i < turns; i++) took.add(again(run.ground().gateway(), options));
    var middle = took.stream().sorted().toList().get(turns / 2);
    run.report()
        .row(name, took.stream().map(StartUp::seconds).collect(Collectors.joining(", ")));
    run.report().figure("start-up, " + name.replaceAll(" of .*", "") + " s", middle / 1e3);
  }

  private static long again(GatewayProcess gateway, String... options) throws Exception {
    gateway.close();
    gateway.start(options);
    return gateway.startUp().toMillis();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1e3);
  }
}

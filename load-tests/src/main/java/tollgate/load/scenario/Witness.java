package tollgate.load.scenario;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tollgate.load.ground.OpenLoad;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;
import tollgate.load.measure.Failures;
import tollgate.load.measure.Latencies;

/**
 * The same requests at the same rate by this generator and then by Gatling, on the same gateway: a
 * sale, and when it is accepted the question what became of it. Both are measured from when the request
 * went out to its answer, which is what Gatling can tell.
 */
public final class Witness implements Scenario {

  private static final int RATE_MAX = 200;
  private static final long GATLING_SECONDS_MAX = 150;

  /** In Gatling's own report: a request's name, then its percentiles in milliseconds. */
  private static final Pattern STATS =
      Pattern.compile(
          "\"?name\"?: \"(sale|status)\".*?\"?percentiles1\"?: \\{\\s*\"?total\"?: \"(\\d+)\""
              + ".*?\"?percentiles3\"?: \\{\\s*\"?total\"?: \"(\\d+)\"",
          Pattern.DOTALL);

  private final Latencies sale = new Latencies("sale, by this generator");
  private final Latencies status = new Latencies("status, by this generator");
  private final Failures failures = new Failures();
  private final String series = "ours-" + Long.toString(System.nanoTime(), 36) + "-";
  private int number;

  @Override
  public String name() {
    return "Gatling as a witness";
  }

  @Override
  public void run(Run run) throws Exception {
    double rate = Math.min(RATE_MAX, run.sizes().rate());
    var seconds = run.sizes().seconds();
    var load = new OpenLoad(run.vertx(), name(), rate, Math.round(rate * seconds));
    run.await(() -> load.run(_ -> flow(run)));
    run.await(() -> run.vertx().timer(1, TimeUnit.SECONDS));
    run.report().row("offered", "%.0f/s for %d s each, %s".formatted(rate, seconds, failures));
    run.report().row("sale, by this generator", sale);
    run.report().row("status, by this generator", status);
    try {
      gatling(run, rate, seconds).forEach(run.report()::row);
    } catch (IOException missing) {
      run.report().row("Gatling", "could not be run: " + missing.getMessage());
    }
  }

  private Future<?> flow(Run run) {
    var id = series + number++;
    var merchant = run.ground().merchant();
    var begin = System.nanoTime();
    return merchant
        .sale(id, run.ground().wallets().getFirst(), 1000)
        .compose(
            reply -> {
              if (!reply.isOk()) failures.answered(reply.status());
              sale.since(begin);
              var asked = System.nanoTime();
              return merchant.status(id).onSuccess(_ -> status.since(asked));
            })
        .onFailure(failures::broken);
  }

  private static Map<String, String> gatling(Run run, double rate, int seconds)
      throws IOException, InterruptedException {
    var folder = run.results().resolve("gatling");
    var command =
        List.of(
            "mvn",
            "-q",
            "-B",
            "-f",
            "gatling/pom.xml",
            "compile",
            "exec:exec",
            "-Dwitness.port=" + run.ground().gateway().port(),
            "-Dwitness.sink=" + run.sinkPort(),
            "-Dwitness.rate=" + Math.round(rate),
            "-Dwitness.seconds=" + seconds,
            "-Dwitness.results=" + folder);
    var log = run.results().resolve("gatling.log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    if (!process.waitFor(GATLING_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("see " + log);
    }
    return rows(folder);
  }

  private static Map<String, String> rows(Path folder) throws IOException {
    var rows = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      var stats = files.filter(file -> file.endsWith("js/stats.js")).findFirst();
      if (stats.isEmpty()) throw new IOException("no js/stats.js in " + folder);

      var found = STATS.matcher(Files.readString(stats.get()));
      while (found.find()) {
        rows.put(
            found.group(1) + ", by Gatling",
            "p50 " + found.group(2) + ", p99 " + found.group(3) + " ms");
      }
    }
    return rows;
  }
}

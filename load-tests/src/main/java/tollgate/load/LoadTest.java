package tollgate.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;
import tollgate.load.measure.Report;

/**
 * One run: a gateway on a new database, the scenarios of the profile one after another, the report.
 * Ends with 1 when money is wrong or a flow was lost, never because a number is low: numbers are for
 * people.
 */
public final class LoadTest {

  private LoadTest() {}

  /** Whatever goes wrong ends the process: what waits on other threads must not keep it. */
  public static void main(String[] arguments) {
    try {
      System.exit(passes(arguments.length > 0 ? arguments[0] : "smoke") ? 0 : 1);
    } catch (Exception failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static boolean passes(String name) throws Exception {
    var profile = Profile.of(name);
    var results = Path.of("results", Instant.now().toString().replaceAll("[:.]", "-"));
    Files.createDirectories(results);
    var report = new Report("Load test of " + LocalDate.now() + ", profile " + name);
    report.section("Machine and sizes");
    Machine.describe(report, profile.sizes());
    try (var run = new Run(results, report, profile.sizes())) {
      run.moveTo("gateway");
      for (var scenario : profile.scenarios()) perform(scenario, run);
      for (var mistake : run.mistakes()) report.row("UNSOUND", mistake);
      return run.mistakes().isEmpty();
    } finally {
      report.write(results);
      System.out.println("see " + results.resolve("report.html").toAbsolutePath());
    }
  }

  /** A scenario that cannot go on is reported, and the others still run. */
  private static void perform(Scenario scenario, Run run) throws IOException {
    run.report().section(scenario.name());
    try {
      scenario.run(run);
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    } catch (Exception failure) {
      failure.printStackTrace();
      run.unsound(scenario.name() + ": " + failure);
    }
  }
}

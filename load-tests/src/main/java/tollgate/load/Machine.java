package tollgate.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tollgate.load.ground.Sizes;
import tollgate.load.measure.Report;

/** What figures are worth nothing without: the machine, and how the gateway was started. */
final class Machine {

  private Machine() {}

  static void describe(Report report, Sizes sizes) {
    var processors = Runtime.getRuntime().availableProcessors();
    report.row(
        "processors for generator, gateway and PostgreSQL",
        processors + " of " + value("/proc/cpuinfo", "model name"));
    report.row("memory", value("/proc/meminfo", "MemTotal"));
    report.row("Java", System.getProperty("java.vm.version"));
    report.row("the gateway's JVM", System.getProperty("load.jvm", "as by default"));
    report.row("sizes", sizes.toString());
  }

  private static String value(String file, String name) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException none) {
      return "unknown";
    }
  }
}

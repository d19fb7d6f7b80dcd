package tollgate.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The run in one table, for the README and for people. */
final class Report {

  private final List<String> rows = new ArrayList<>();

  void row(String what, String figure) {
    rows.add("| " + what + " | " + figure + " |");
    System.out.println(what + ": " + figure);
  }

  /** Percentiles in milliseconds of a histogram in microseconds. */
  static String latencies(Histogram micros) {
    return "p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms"
        .formatted(
            micros.getValueAtPercentile(50) / 1e3,
            micros.getValueAtPercentile(90) / 1e3,
            micros.getValueAtPercentile(99) / 1e3,
            micros.getValueAtPercentile(99.9) / 1e3,
            micros.getMaxValue() / 1e3);
  }

  String text() {
    var processors = Runtime.getRuntime().availableProcessors();
    return "# Load test of %s\n\n%d processors for generator, sandbox, gateway and PostgreSQL.\n\n"
            .formatted(LocalDate.now(), processors)
        + "| what | measured |\n| --- | --- |\n"
        + String.join("\n", rows)
        + "\n";
  }
}

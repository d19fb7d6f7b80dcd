package tollgate.peer;

import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, and what it is a multiple of, in one table. */
final class Table {

  private static final String HEAD =
      """
      | load | system | round | flows/s | p50 ms | p95 ms | p99 ms \
      | CPU-ms JVM | PostgreSQL | both | driver | others | failed | balances |
      | -- | -- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | -- |
      """;

  private final List<Leg> legs;

  Table(List<Leg> legs) {
    this.legs = legs;
  }

  String text() {
    var text = new StringBuilder(HEAD);
    for (var load : legs.stream().map(Table::load).distinct().toList()) {
      var of = legs.stream().filter(leg -> load(leg).equals(load)).toList();
      var systems = of.stream().map(Leg::system).distinct().toList();
      var rounds = new HashMap<String, Integer>();
      for (var leg : of) text.append(row(leg, rounds.merge(leg.system(), 1, Integer::sum)));
      if (systems.size() == 2) text.append(ratio(load, of));
    }
    return text.toString();
  }

  private static String load(Leg leg) {
    return leg.load() + ", " + leg.concurrency() + " at once";
  }

  private static String row(Leg leg, int round) {
    return ("| %s | %s | %d | %.1f | %.1f | %.1f | %.1f"
            + " | %.2f | %.2f | %.2f | %.2f | %.0f %% | %d | %s |%n")
        .formatted(
            load(leg),
            leg.system(),
            round,
            leg.perSecond(),
            leg.p50() / 1e3,
            leg.p95() / 1e3,
            leg.p99() / 1e3,
            leg.jvmMillis(),
            leg.postgresMillis(),
            leg.cpuMillis(),
            leg.driverMillis(),
            leg.othersPercent(),
            leg.failed(),
            leg.isSound() ? "right" : leg.held() + " of " + leg.paidIn());
  }

  /** How many times better Tollgate is; below 1 it is worse. Of the means of the rounds. */
  private static String ratio(String load, List<Leg> of) {
    var ours = of.stream().filter(leg -> leg.system().equals(Gateway.NAME)).toList();
    var theirs = of.stream().filter(leg -> !leg.system().equals(Gateway.NAME)).toList();
    var more = mean(ours, Leg::perSecond) / mean(theirs, Leg::perSecond);
    var less =
        Stream.<ToDoubleFunction<Leg>>of(
                Leg::p50, Leg::p95, Leg::p99, Leg::jvmMillis, Leg::postgresMillis, Leg::cpuMillis)
            .map(what -> times(mean(theirs, what) / mean(ours, what)))
            .collect(Collectors.joining(" | "));
    return "| %s | **Tollgate, times better** | | %s | %s | | | | |%n"
        .formatted(load, times(more), less);
  }

  private static String times(double ratio) {
    return "**%.1f ×**".formatted(ratio);
  }

  private static double mean(List<Leg> legs, ToDoubleFunction<Leg> of) {
    return legs.stream().mapToDouble(of).average().orElseThrow();
  }
}

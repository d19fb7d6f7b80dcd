package tollgate.benchmarks;

import java.util.Comparator;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures every message in a JVM of its own, on one thread, and prints the table for people. */
final class Benchmarks {

  /** What every adapter should do on one core. */
  private static final int BAR = 50_000;

  private Benchmarks() {}

  public static void main(String[] args) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(Callbacks.class.getName())
            .shouldFailOnError(true)
            .forks(1)
            .threads(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgsAppend("-Xmx208m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
    var wanted = System.getProperty("message", "");
    if (!wanted.isEmpty()) options.param("message", wanted.split(","));

    var results = new Runner(options.build()).run();
    System.out.println("\n| callback | a second | |\n| --- | ---: | --- |");
    results.stream()
        .sorted(Comparator.comparingDouble(result -> -perSecond(result)))
        .forEach(Benchmarks::print);
  }

  private static void print(RunResult result) {
    var message = result.getParams().getParam("message");
    var perSecond = perSecond(result);
    var remark = perSecond < BAR ? "below " + BAR : "";
    System.out.printf("| `%s` | %,.0f | %s |%n", message, perSecond, remark);
  }

  private static double perSecond(RunResult result) {
    return result.getPrimaryResult().getScore();
  }
}

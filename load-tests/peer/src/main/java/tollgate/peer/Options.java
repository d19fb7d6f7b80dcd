package tollgate.peer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What {@code -Dpeer.…=…} changes.
 *
 * @param systems in the order in which they take turns
 * @param loads that each turn measures: many accounts, and one
 * @param warmSeconds before each measurement
 * @param seconds of each measurement
 * @param results a folder; one that is there is gone on with, so that a long series can be made of
 *     short runs
 */
record Options(
    List<String> systems,
    List<String> loads,
    int rounds,
    int concurrency,
    int accounts,
    long warmSeconds,
    long seconds,
    Path results) {

  static final String KILL_BILL = "killbill";
  static final String TOLLGATE = "tollgate";

  static final String SPREAD = "spread";
  static final String HOT = "hot";

  static Options read() {
    var now = "results/" + Instant.now().toString().replaceAll("[:.]", "-");
    return new Options(
        List.of(text("systems", KILL_BILL + "," + TOLLGATE).split(",")),
        List.of(text("loads", SPREAD + "," + HOT).split(",")),
        number("rounds", 1),
        number("concurrency", 8),
        number("accounts", 200),
        number("warm", 20),
        number("seconds", 60),
        Path.of(text("results", now)).toAbsolutePath());
  }

  private static int number(String name, int usual) {
    return Integer.parseInt(text(name, Integer.toString(usual)));
  }

  private static String text(String name, String usual) {
    var value = System.getProperty("peer." + name, "");
    return value.isEmpty() ? usual : value;
  }
}

package tollgate.report;

import java.time.Duration;

/**
 * How reports are made.
 *
 * @param tick between looks at what is due; a file being made goes on at once; 2 s
 * @param pageRows operations that are read and written at a time: all of a report that is ever in
 *     memory; 1000
 * @param lease how long a file is this node's before another goes on with it; 30 s
 * @param attemptsMax how often a file may be taken up before it is given up; 20
 * @param keepFor how long a file is kept; 30 days
 */
public record ReportOptions(
    Duration tick, int pageRows, Duration lease, int attemptsMax, Duration keepFor) {

  public static final ReportOptions USUAL =
      new ReportOptions(
          Duration.ofSeconds(2), 1000, Duration.ofSeconds(30), 20, Duration.ofDays(30));

  public ReportOptions {
    if (pageRows < 1 || attemptsMax < 1) {
      throw new IllegalArgumentException("pageRows and attemptsMax must be positive");
    }
    if (!tick.isPositive() || !lease.isPositive() || !keepFor.isPositive()) {
      throw new IllegalArgumentException("tick, lease and keepFor must be positive");
    }
  }
}

package tollgate.engine;

import java.time.Instant;
import java.util.Collection;

/**
 * How one method does through one gateway.
 *
 * @param sales decided ones that were measured
 * @param successPercent of them, rounded down: 100 means all
 * @param p50Millis from acceptance to success, half of the successes were faster; 0 without any
 * @param p95Millis the same of nineteen in twenty
 */
public record Vital(int sales, int successPercent, long p50Millis, long p95Millis) {

  public static final Vital NONE = new Vital(0, 0, 0, 0);

  /** A sale that was decided: when, whether it succeeded, and how long that took. */
  record Decided(Instant at, boolean succeeded, long millis) {}

  /** Whether there is anything to tell. */
  public boolean isMeasured() {
    return sales > 0;
  }

  public boolean hasSucceeded() {
    return successPercent > 0 || p95Millis > 0;
  }

  static Vital of(Collection<Decided> all, Instant since) {
    var counted = all.stream().filter(sale -> !sale.at().isBefore(since)).toList();
    if (counted.isEmpty()) return NONE;

    var times =
        counted.stream().filter(Decided::succeeded).mapToLong(Decided::millis).sorted().toArray();
    return new Vital(
        counted.size(), 100 * times.length / counted.size(), rank(times, 50), rank(times, 95));
  }

  /** The smallest time that so many percent do not exceed. */
  private static long rank(long[] sorted, int percent) {
    if (sorted.length == 0) return 0;

    int place = (sorted.length * percent + 99) / 100;
    return sorted[Math.max(place, 1) - 1];
  }
}

package tollgate.web;

/**
 * So many requests a second, and as many at once after a quiet second. Time comes in as an
 * argument, in nanoseconds of any clock that only goes forward. Safe from any thread.
 */
final class Allowance {

  private static final double NANOS = 1e9;

  private final int perSecond;
  private double left;
  private long countedAt;

  Allowance(int perSecond, long now) {
    this.perSecond = perSecond;
    left = perSecond;
    countedAt = now;
  }

  int perSecond() {
    return perSecond;
  }

  /** Whether one more is within it. */
  synchronized boolean take(long now) {
    var passed = Math.max(0, now - countedAt) / NANOS;
    left = Math.min(perSecond, left + passed * perSecond);
    countedAt = now;
    if (left < 1) return false;

    left -= 1;
    return true;
  }
}

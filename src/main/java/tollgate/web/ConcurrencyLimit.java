package tollgate.web;

/**
 * How many requests may be worked on at once, learned from how long they take. While it is reached
 * and they are quick it grows; when they keep being slow, in two windows one after the other, it
 * shrinks to less than there were. One slow moment changes nothing: what waited for it is work done
 * soon after, and not overload.
 *
 * <p>Time comes in as an argument, in nanoseconds of any clock that only goes forward. Safe from
 * any thread.
 */
final class ConcurrencyLimit {

  /** Fewer requests in a window say nothing. */
  private static final int REQUESTS_MIN = 10;

  /** This many of a hundred slow requests are too many. */
  private static final int SLOW_PERCENT = 10;

  private final WebOptions.Shedding options;
  private int limit;
  private long since;
  private int requests;
  private int slow;
  private int most;
  private boolean wasSlow;

  ConcurrencyLimit(WebOptions.Shedding options, long now) {
    this.options = options;
    limit = options.atOnceMax();
    since = now;
  }

  synchronized int limit() {
    return limit;
  }

  /**
   * A request has ended.
   *
   * @param nanos it took so long
   * @param atOnce were worked on, it included
   * @param dropped it was not done at all, for want of room somewhere
   */
  synchronized void took(long nanos, int atOnce, boolean dropped, long now) {
    requests++;
    if (dropped || nanos > options.slow().toNanos()) slow++;
    most = Math.max(most, atOnce);
    if (now - since < options.window().toNanos() || requests < REQUESTS_MIN) return;

    learn();
    since = now;
    requests = 0;
    slow = 0;
    most = 0;
  }

  private void learn() {
    var isSlow = slow * 100 > SLOW_PERCENT * requests;
    if (isSlow && wasSlow) limit = bounded(Math.min(limit, most) * 3 / 4);
    else if (!isSlow && most * 2 > limit) limit = bounded(limit + limit / 8 + 1);
    wasSlow = isSlow;
  }

  private int bounded(int wanted) {
    return Math.clamp(wanted, options.atOnceMin(), options.atOnceMax());
  }
}

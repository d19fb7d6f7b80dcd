package tollgate.outside;

import java.util.Arrays;
import tollgate.outside.ProviderOptions.Breaker;

/**
 * The share of failures among the calls of the last moments: a count alone says nothing when calls
 * are many. Time comes in as an argument; one thread at a time.
 */
final class FailureRate {

  private static final int BUCKETS = 10;

  private final Breaker options;
  private final long bucketMillis;
  private final long[] buckets = new long[BUCKETS];
  private final int[] calls = new int[BUCKETS];
  private final int[] failures = new int[BUCKETS];

  FailureRate(Breaker options) {
    this.options = options;
    bucketMillis = Math.max(1, options.window().toMillis() / BUCKETS);
    clear();
  }

  /** Counts a call; whether there are now too many failures to go on. */
  boolean add(long nowMillis, boolean failed) {
    long bucket = nowMillis / bucketMillis;
    int at = Math.floorMod(bucket, BUCKETS);
    if (buckets[at] != bucket) {
      buckets[at] = bucket;
      calls[at] = 0;
      failures[at] = 0;
    }
    calls[at]++;
    if (failed) failures[at]++;
    return failed && isTooHigh(bucket);
  }

  private boolean isTooHigh(long now) {
    long all = 0;
    long bad = 0;
    for (int i = 0; i < BUCKETS; i++) {
      if (buckets[i] <= now - BUCKETS) continue;

      all += calls[i];
      bad += failures[i];
    }
    return all >= options.callsMin() && bad * 100 >= all * options.failuresPercent();
  }

  void clear() {
    Arrays.fill(buckets, Long.MIN_VALUE / 2);
  }
}

package tollgate.operations;

import java.util.Arrays;

/**
 * Whether callbacks dry up, judged by their own history: of the sales that ended, fewer by far than
 * before were ended by a callback. A quiet night is no silence, for then fewer sales end; who never
 * calls back is not silent either. Time comes in as an argument.
 */
final class Silence {

  private static final int LATELY = 2;

  /** What can be said of callbacks. */
  enum Verdict {
    SILENT,
    HEARD,
    /** There is too little history, or too little ends now, and no callback came lately. */
    UNKNOWN
  }

  /** Sales that ended, and those of them that a callback ended. */
  record Heard(long ended, long told) {}

  private final SilenceOptions options;
  private final int slots;
  private final long[] windows;
  private final int[] ended;
  private final int[] told;

  Silence(SilenceOptions options) {
    this.options = options;
    slots = options.windows() + LATELY;
    windows = new long[slots];
    ended = new int[slots];
    told = new int[slots];
    Arrays.fill(windows, Long.MIN_VALUE);
  }

  /** A sale has ended; {@code byCallback}, or because we asked, or its time was over. */
  synchronized void ended(long nowMillis, boolean byCallback) {
    int at = slot(nowMillis);
    ended[at]++;
    if (byCallback) told[at]++;
  }

  /**
   * A callback speaks of a sale that had ended. It says something only while it is silent, for then
   * raised questions are quicker than callbacks that do come, but take their time.
   */
  synchronized void toldLater(long nowMillis) {
    if (verdict(nowMillis) == Verdict.SILENT) told[slot(nowMillis)]++;
  }

  synchronized Verdict verdict(long nowMillis) {
    long now = window(nowMillis);
    var lately = heard(now - LATELY + 1, now);
    var before = heard(now - slots + 1, now - LATELY);
    return verdict(options, before, lately);
  }

  private int slot(long nowMillis) {
    long window = window(nowMillis);
    int at = Math.floorMod(window, slots);
    if (windows[at] != window) {
      windows[at] = window;
      ended[at] = 0;
      told[at] = 0;
    }
    return at;
  }

  private long window(long millis) {
    return Math.floorDiv(millis, options.window().toMillis());
  }

  private Heard heard(long first, long last) {
    long allEnded = 0;
    long allTold = 0;
    for (int i = 0; i < slots; i++) {
      if (windows[i] < first || windows[i] > last) continue;

      allEnded += ended[i];
      allTold += told[i];
    }
    return new Heard(allEnded, allTold);
  }

  /** Fewer callbacks than a share of those that the same sales would have brought before. */
  static Verdict verdict(SilenceOptions options, Heard before, Heard lately) {
    var isKnown = before.told() >= options.expectedMin();
    long expected = isKnown ? lately.ended() * before.told() / before.ended() : 0;
    if (expected < options.expectedMin()) {
      return lately.told() > 0 ? Verdict.HEARD : Verdict.UNKNOWN;
    }
    return lately.told() * 100 < expected * options.heardPercent() ? Verdict.SILENT : Verdict.HEARD;
  }
}

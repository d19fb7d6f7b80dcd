package tollgate.operations;

import java.time.Duration;

/**
 * When callbacks count as silent, those of a gateway or of all that its provider has.
 *
 * @param window two of these are lately: the one that runs and the one before; 10 min
 * @param history what lately is held against, a multiple of the window; 1 d
 * @param expectedMin callbacks that would have to come by that history before their absence says
 *     anything; 20
 * @param heardPercent of those expected: when fewer came, it is silent; 20
 */
public record SilenceOptions(Duration window, Duration history, int expectedMin, int heardPercent) {

  /** What is in use when nothing is set. */
  public static final SilenceOptions USUAL =
      new SilenceOptions(Duration.ofMinutes(10), Duration.ofDays(1), 20, 20);

  /** The longest history in windows: it is held in memory for each gateway. */
  private static final int WINDOWS_MAX = 10_000;

  public SilenceOptions {
    if (window.toMillis() < 1) throw new IllegalArgumentException("window must be at least 1 ms");
    if (history.toMillis() % window.toMillis() != 0) {
      throw new IllegalArgumentException("history must be a multiple of the window");
    }
    long windows = history.dividedBy(window);
    if (windows < 1 || windows > WINDOWS_MAX) {
      throw new IllegalArgumentException("history must be 1 to 10000 windows");
    }
    if (expectedMin < 1) throw new IllegalArgumentException("expectedMin must be at least 1");
    if (heardPercent < 1 || heardPercent > 100) {
      throw new IllegalArgumentException("heardPercent must be from 1 to 100");
    }
  }

  int windows() {
    return Math.toIntExact(history.dividedBy(window));
  }
}

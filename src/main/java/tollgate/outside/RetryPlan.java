package tollgate.outside;

import java.time.Duration;

/**
 * When a webhook that was not taken is sent again (gate-api, section 7.2): six times after 10 s,
 * then slower and slower up to 4 h. 120 attempts take a little over ten days.
 *
 * @param attemptsMax attempts in all
 * @param speed divides every wait
 */
record RetryPlan(int attemptsMax, int speed) {

  private static final int QUICK_UNTIL = 7;
  private static final long QUICK_MILLIS = 10_000;
  private static final double SLOW_MILLIS = 70_000;
  private static final double GROWING_MILLIS = 10_000;
  private static final double GROWTH = 1.12;
  private static final double LONGEST_MILLIS = 4 * 3_600_000.0;

  boolean isLast(int attempt) {
    return attempt >= attemptsMax;
  }

  /** How long after the failure of this attempt the next one follows. */
  Duration after(int attempt) {
    return Duration.ofMillis(Math.max(1, millisBefore(attempt + 1) / speed));
  }

  private static long millisBefore(int attempt) {
    if (attempt <= QUICK_UNTIL) return QUICK_MILLIS;

    var grown = SLOW_MILLIS + GROWING_MILLIS * Math.pow(GROWTH, attempt - 4.0);
    return Math.round(Math.min(LONGEST_MILLIS, grown));
  }
}

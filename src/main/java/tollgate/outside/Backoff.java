package tollgate.outside;

import java.time.Duration;

/** Waits that grow. Pure: attempt in, delay out. */
record Backoff(Duration first, int factor, Duration max) {

  /** Before the try that follows attempt {@code attempt}, which is 1 for the first. */
  Duration after(int attempt) {
    var delay = first;
    for (int i = 1; i < attempt && delay.compareTo(max) < 0; i++)
      delay = delay.multipliedBy(factor);
    return delay.compareTo(max) < 0 ? delay : max;
  }
}

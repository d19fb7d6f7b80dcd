package tollgate.sandbox;

import java.util.List;
import java.util.OptionalLong;

/** How often, and when, a provider repeats a callback: by the merchant's answer. */
public interface RetryTable {

  /** How many repeats, in all, an answer buys. */
  int retries(Answer answer);

  /** The pauses between the attempts, before the time scale. */
  List<Long> pausesMillis();

  /** Whether an answer 307 or 308 means: post again to that address. */
  boolean followsRepeatedPosts();

  /** The pause after the so-manieth attempt, counted from 1; empty when it was the last. */
  default OptionalLong pauseMillis(int attempt, Answer answer) {
    var pauses = pausesMillis();
    if (attempt > Math.min(retries(answer), pauses.size())) return OptionalLong.empty();

    return OptionalLong.of(pauses.get(attempt - 1));
  }
}

package tollgate.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tollgate.money.Rate;

/**
 * A rate and for how long it holds. It always ends: a rate that nobody renews must not be used for
 * ever.
 *
 * @param since absent: from whenever it was written
 * @param until from this moment on it holds no longer
 */
public record Quote(Rate rate, @Nullable Instant since, Instant until) {

  public Quote {
    if (since != null && !since.isBefore(until)) {
      throw new IllegalArgumentException("since must be before until");
    }
  }

  public boolean holdsAt(Instant at) {
    return at.isBefore(until) && (since == null || !at.isBefore(since));
  }
}

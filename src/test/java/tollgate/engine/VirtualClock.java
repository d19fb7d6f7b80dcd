package tollgate.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told how much time has passed. */
public final class VirtualClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-22T02:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration time) {
    now = now.plus(time);
  }

  /** Time never goes back. */
  public void moveTo(Instant then) {
    if (then.isAfter(now)) now = then;
  }
}

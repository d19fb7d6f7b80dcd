package tollgate.outside;

import java.time.Duration;

/**
 * Those for whom there was no room: the more were turned away and not yet made up for, the longer
 * the next one stays away. So a crowd that comes back again and again costs the database no more
 * than a small one.
 */
final class Crowd {

  private static final int GROWTH = 2;

  private final Backoff waits;
  private final int room;
  private int turnedAway;

  /** {@code room} is how many may wait inside: with each crowd of that size the wait doubles. */
  Crowd(int room, Duration first, Duration max) {
    this.room = room;
    waits = new Backoff(first, GROWTH, max);
  }

  /** One more found no room; for so long it should stay away. */
  Duration turnAway() {
    turnedAway++;
    return waits.after(1 + turnedAway / room);
  }

  /** One was through. */
  void served() {
    if (turnedAway > 0) turnedAway--;
  }
}

package tollgate.outside;

import java.time.Duration;

/** What options must keep; the message names the setting. */
final class Checks {

  private Checks() {}

  static void positive(String name, Duration value) {
    if (value.toMillis() < 1) throw new IllegalArgumentException(name + " must be at least 1 ms");
  }

  static void positive(String name, int value) {
    if (value < 1) throw new IllegalArgumentException(name + " must be at least 1");
  }

  static void shorter(String name, Duration value, String other, Duration than) {
    if (value.compareTo(than) < 0) return;

    throw new IllegalArgumentException(
        name + " (" + value + ") must be shorter than " + other + " (" + than + ")");
  }
}

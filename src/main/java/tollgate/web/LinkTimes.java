package tollgate.web;

import java.time.Duration;
import tollgate.payment.Timetable;

/**
 * How long payment links are good. The defaults are in {@code config/tollgate.yaml}.
 *
 * @param usual when the merchant does not say
 * @param shortest that a merchant may say
 * @param longest that a merchant may say
 */
public record LinkTimes(Duration usual, Duration shortest, Duration longest) {

  private static final Duration FLOOR = Duration.ofSeconds(Timetable.LIMIT_MIN);
  private static final Duration CEILING = Duration.ofSeconds(Timetable.LINK_MAX);

  public static final LinkTimes USUAL =
      new LinkTimes(Duration.ofHours(24), Duration.ofSeconds(5), Duration.ofDays(30));

  public LinkTimes {
    if (shortest.compareTo(FLOOR) < 0) {
      throw new IllegalArgumentException("shortest must be at least " + FLOOR.toSeconds() + "s");
    }
    if (longest.compareTo(CEILING) > 0) {
      throw new IllegalArgumentException("longest must be at most " + CEILING.toDays() + "d");
    }
    if (usual.compareTo(shortest) < 0 || usual.compareTo(longest) > 0) {
      throw new IllegalArgumentException("usual must be from shortest to longest");
    }
  }

  boolean allow(Duration ahead) {
    var seconds = ahead.toSeconds();
    return seconds >= shortest.toSeconds() && seconds <= longest.toSeconds();
  }

  /** What a merchant is told who asks for another. */
  String words() {
    return "must be from " + words(shortest) + " to " + words(longest) + " ahead";
  }

  private static String words(Duration time) {
    var seconds = time.toSeconds();
    if (seconds % 86_400 == 0) return seconds / 86_400 + " days";
    return seconds % 3600 == 0 ? seconds / 3600 + " hours" : seconds + " seconds";
  }
}

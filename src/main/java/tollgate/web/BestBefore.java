package tollgate.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The moments that public clients write in {@code best_before}: gate-api, section 11.1. An offset
 * is {@code ±hh}, {@code ±hh:mm}, {@code ±hhmm} or {@code Z}; nothing is UTC.
 */
final class BestBefore {

  static final String WORDS = "must be a moment as YYYY-MM-DDThh:mm:ss+hh:mm";

  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(?:Z|([+-]\\d{2})(?::?(\\d{2}))?)?");

  private BestBefore() {}

  static boolean isOne(String text) {
    try {
      return read(text).isAfter(Instant.EPOCH);
    } catch (DateTimeException noMoment) {
      return false;
    }
  }

  /** {@link DateTimeException} when it is none. */
  static Instant read(String text) {
    var matcher = SHAPE.matcher(text);
    if (!matcher.matches()) throw new DateTimeException("no moment");

    var local = LocalDateTime.parse(matcher.group(1));
    var hours = matcher.group(2);
    if (hours == null) return local.toInstant(ZoneOffset.UTC);

    var minutes = matcher.group(3) == null ? "00" : matcher.group(3);
    return OffsetDateTime.of(local, ZoneOffset.of(hours + ':' + minutes)).toInstant();
  }
}

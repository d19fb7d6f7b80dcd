package tollgate.sandbox.qiwi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Times with their offsets, as this provider writes and reads them (§2, §3, §5). */
final class QiwiTime {

  private static final ZoneOffset MOSCOW = ZoneOffset.ofHours(3);

  private static final DateTimeFormatter LONG = written("+HH:MM");
  private static final DateTimeFormatter SHORT = written("+HH");

  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private QiwiTime() {}

  private static DateTimeFormatter written(String offset) {
    return new DateTimeFormatterBuilder()
        .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSS")
        .appendOffset(offset, "Z")
        .toFormatter(Locale.ROOT)
        .withZone(MOSCOW);
  }

  /** With minutes in the offset, as the API answers. */
  static String ofApi(Instant at) {
    return LONG.format(at);
  }

  /** Without, as notifications have it. */
  static String ofNotification(Instant at) {
    return SHORT.format(at);
  }

  static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, READ).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}

package tollgate.sandbox.midtrans;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Time as Midtrans writes it: {@code YYYY-MM-DD HH:MM:SS} at UTC+7, without saying so (§3.11). */
final class WibTime {

  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx", Locale.ROOT);

  private WibTime() {}

  static String text(Instant time) {
    return PLAIN.format(time.atOffset(WIB));
  }

  /** The time of a request, which does carry its offset (§3.12). */
  static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, WITH_OFFSET).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}

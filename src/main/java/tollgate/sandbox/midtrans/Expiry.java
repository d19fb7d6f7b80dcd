package tollgate.sandbox.midtrans;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** When a transaction expires (§12). */
final class Expiry {

  static final Duration USUAL = Duration.ofMinutes(15);
  static final Duration SHORTEST = Duration.ofSeconds(20);
  static final Duration LONGEST = Duration.ofDays(7);

  private static final Map<String, Duration> UNITS =
      Map.of(
          "second", Duration.ofSeconds(1),
          "minute", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1));

  private Expiry() {}

  /** Empty: unreadable. What it gives may be too early; ask {@link #isTooEarly}. */
  static Optional<Instant> of(JsonObject custom, Instant now) {
    if (custom.isEmpty()) return Optional.of(now.plus(USUAL));

    var orderTime = custom.getValue("order_time");
    var start = orderTime == null ? Optional.of(now) : WibTime.read(orderTime.toString());
    var unit = UNITS.get(String.valueOf(custom.getValue("unit", "minute")));
    var duration = ChargeRequest.whole(custom.getValue("expiry_duration"));
    if (start.isEmpty() || unit == null || duration.isEmpty()) return Optional.empty();
    if (duration.get() < 0 || duration.get() > 1_000_000_000L) return Optional.empty();

    return Optional.of(earlier(start.get().plus(unit.multipliedBy(duration.get())), now));
  }

  /** Over the longest life it is trimmed (12.4). */
  private static Instant earlier(Instant wished, Instant now) {
    var last = now.plus(LONGEST);
    return wished.isAfter(last) ? last : wished;
  }

  static boolean isTooEarly(Instant expiry, Instant now) {
    return expiry.isBefore(now.plus(SHORTEST));
  }
}

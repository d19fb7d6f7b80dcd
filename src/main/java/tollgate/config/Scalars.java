package tollgate.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tollgate.tenant.Network;
import tollgate.tenant.Percent;
import tollgate.tenant.Secret;

/** What a text means to a setting of some type. */
final class Scalars {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,3}(_?\\d{3})*|-?\\d+");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

  /** Records that are one value. */
  static final Set<Class<?>> READ_FROM_ONE_TEXT = Set.of(Percent.class, Network.class);

  private Scalars() {}

  /** {@link IllegalArgumentException} with the rule that the text breaks. */
  static Object parse(Class<?> type, String text) {
    if (type == String.class) return text;
    if (type == boolean.class || type == Boolean.class) return bool(text);
    if (type == int.class || type == Integer.class) return integer(text);
    if (type == long.class || type == Long.class) return whole(text);
    if (type == double.class || type == Double.class) return fraction(text);
    if (type == Duration.class) return duration(text);
    if (type == Instant.class) return instant(text);
    if (type == URI.class) return uri(text);
    if (type == Path.class) return path(text);
    if (type == Currency.class) return currency(text);
    if (type == Percent.class) return Percent.parse(text);
    if (type == Network.class) return Network.parse(text);
    if (type == ZoneId.class) return timeZone(text);
    if (type == Secret.class) return new Secret(text);
    if (type.isEnum()) return constant(type, text);
    throw new IllegalStateException("no setting can be a " + type);
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw not("true or false", text);
    };
  }

  private static int integer(String text) {
    var value = whole(text);
    if (value != (int) value) throw not("a smaller whole number", text);
    return (int) value;
  }

  private static long whole(String text) {
    if (!WHOLE.matcher(text).matches()) throw not("a whole number", text);
    try {
      return Long.parseLong(text.replace("_", ""));
    } catch (NumberFormatException e) {
      throw not("a smaller whole number", text);
    }
  }

  private static double fraction(String text) {
    try {
      var value = Double.parseDouble(text);
      if (Double.isFinite(value)) return value;
    } catch (NumberFormatException e) {
      throw not("a number", text);
    }
    throw not("a number", text);
  }

  private static Duration duration(String text) {
    var parts = DURATION.matcher(text);
    if (!parts.matches()) throw not("a duration such as 250ms, 10s, 2h or 30d", text);

    var amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw not("a time such as 2026-11-22T08:00:00Z", text);
    }
  }

  private static URI uri(String text) {
    try {
      var uri = new URI(text);
      var isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (isWeb && uri.getHost() != null) return uri;
    } catch (URISyntaxException e) {
      throw not("an address such as https://pay.example/path", text);
    }
    throw not("an address such as https://pay.example/path", text);
  }

  /** By its name, as a place has it; a bare offset knows no summer. */
  private static ZoneId timeZone(String text) {
    if (ZoneId.getAvailableZoneIds().contains(text)) return ZoneId.of(text);

    throw not("a time zone such as Asia/Kuala_Lumpur", text);
  }

  private static Currency currency(String text) {
    try {
      if (text.equals(text.toUpperCase(Locale.ROOT))) return Currency.getInstance(text);
    } catch (IllegalArgumentException e) {
      throw not("a currency such as MYR", text);
    }
    throw not("a currency such as MYR", text);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw not("a path", text);
    }
  }

  private static Object constant(Class<?> type, String text) {
    for (var constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) return constant;
    }
    var words = Arrays.stream(type.getEnumConstants()).map(Scalars::word);
    throw not("one of " + words.collect(Collectors.joining(", ")), text);
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static IllegalArgumentException not(String wanted, String text) {
    return new IllegalArgumentException("must be " + wanted + ", not \"" + text + '"');
  }
}

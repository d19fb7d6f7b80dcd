package tollgate.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import tollgate.data.OperationType;
import tollgate.payment.Code;

/**
 * What a text of a request must look like: gate-api, section 4.
 *
 * @param charsMax code points, at least one
 * @param code what a bad one is refused with
 * @param words what it must be, for the merchant's programmer
 */
record Rule(int charsMax, Code code, String words, Predicate<String> shape) {

  private static final int TEXT_MAX = 255;
  private static final int ACCOUNT_MAX = 64;
  private static final int PORT_MAX = 65_535;

  static final Rule TEXT = text(Code.VALIDATION_ERROR);
  static final Rule PAYMENT_ID = text(Code.INVALID_PAYMENT_ID);
  static final Rule CUSTOMER_ID = text(Code.INVALID_CUSTOMER_ID);
  static final Rule REQUEST_ID = of(96, "must be 1 to 96 characters", _ -> true);
  static final Rule ACCOUNT =
      of(ACCOUNT_MAX, "must be 1 to " + ACCOUNT_MAX + " characters", _ -> true);
  static final Rule URL =
      of(
          TEXT_MAX,
          "must be an absolute http or https URL of at most 255 characters, without user info",
          Rule::isUrl);
  static final Rule IP = of(TEXT_MAX, "must be an IPv4 or IPv6 address", Addresses::isIp);
  static final Rule PHONE = of(24, "must be 4 to 24 digits", Rule::isPhone);
  static final Rule DEVICE =
      of(TEXT_MAX, "must be APP, WEB or OTHERS", Set.of("APP", "WEB", "OTHERS")::contains);
  static final Rule LANGUAGE =
      of(2, "must be a language of ISO 639-1, such as en", Rule::isLanguage);
  static final Rule MOMENT = of(32, BestBefore.WORDS, BestBefore::isOne);
  static final Rule EMAIL =
      new Rule(TEXT_MAX, Code.INVALID_EMAIL, "must be an e-mail address", Rule::isEmail);
  static final Rule COUNTRY =
      new Rule(
          2,
          Code.INVALID_COUNTRY,
          "must be an ISO 3166-1 alpha-2 code in capitals",
          Set.of(Locale.getISOCountries())::contains);
  static final Rule BIRTH =
      new Rule(10, Code.INVALID_BIRTH_DATE, "must be a day as DD-MM-YYYY", Rule::isDay);
  static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  static final Rule LOCAL_TIME =
      of(19, "must be a time as YYYY-MM-DD hh:mm:ss, from the year 2000 on", Rule::isLocalTime);
  static final Rule TIME_ZONE =
      of(
          64,
          "must be the IANA name of a time zone",
          Set.copyOf(ZoneId.getAvailableZoneIds())::contains);
  static final Rule OPERATION_TYPE =
      of(
          16,
          "must be sale, payout, refund or reversal",
          text -> OperationType.named(text).isPresent());
  static final Rule CURRENCY =
      new Rule(
          3,
          Code.INVALID_CURRENCY,
          "must be an ISO 4217 alpha-3 code in capitals",
          text -> text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z'));

  boolean allows(String text) {
    return text.codePointCount(0, text.length()) <= charsMax && shape.test(text);
  }

  private static Rule text(Code code) {
    return new Rule(TEXT_MAX, code, "must be 1 to " + TEXT_MAX + " characters", _ -> true);
  }

  private static Rule of(int charsMax, String words, Predicate<String> shape) {
    return new Rule(charsMax, Code.VALIDATION_ERROR, words, shape);
  }

  private static boolean isUrl(String text) {
    try {
      var url = new URI(text);
      var scheme = url.getScheme();
      if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) return false;

      return url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getPort() != 0
          && url.getPort() <= PORT_MAX;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  private static boolean isLanguage(String text) {
    return text.matches("[A-Za-z]{2}");
  }

  private static boolean isPhone(String text) {
    return text.length() >= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** One at sign with something on both sides and a full stop after it; more only a mail tells. */
  private static boolean isEmail(String text) {
    int at = text.indexOf('@');
    if (at < 1 || at != text.lastIndexOf('@') || text.chars().anyMatch(c -> c <= ' ')) return false;

    int point = text.lastIndexOf('.');
    return point > at + 1 && point < text.length() - 1;
  }

  private static boolean isDay(String text) {
    if (text.length() != 10 || text.charAt(2) != '-' || text.charAt(5) != '-') return false;

    var parts = text.split("-", -1);
    if (parts.length != 3 || !Arrays.stream(parts).allMatch(Rule::isDigits)) return false;
    try {
      var year = Integer.parseInt(parts[2]);
      return LocalDate.of(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[0])) != null;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static boolean isLocalTime(String text) {
    try {
      var year = LocalDateTime.parse(text, LOCAL).getYear();
      return text.length() == 19 && year >= 2000 && year < 9000;
    } catch (DateTimeException noSuchTime) {
      return false;
    }
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

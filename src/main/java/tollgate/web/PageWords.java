package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;

/** What pages say in one language; the texts are files, {@code words_en.properties} and others. */
record PageWords(Locale locale, Map<String, String> texts) {

  static final List<String> LANGUAGES = List.of("en", "ru", "ms", "id");

  private static final String USUAL = "en";
  private static final Map<String, PageWords> ALL = all();

  /**
   * In this language where we have it, else in the first of the browser's that we have.
   *
   * @param accepted the header {@code Accept-Language}
   */
  static PageWords in(@Nullable String language, @Nullable String accepted) {
    var own = language == null ? null : ALL.get(language);
    return own == null ? accepted(accepted == null ? "" : accepted) : own;
  }

  private static PageWords accepted(String header) {
    try {
      var range = Locale.LanguageRange.parse(header.isBlank() ? USUAL : header);
      var found = Locale.lookupTag(range, LANGUAGES);
      return found == null ? english() : in(found, null);
    } catch (IllegalArgumentException notOne) {
      return english();
    }
  }

  private static PageWords english() {
    return Objects.requireNonNull(ALL.get(USUAL));
  }

  /** The text of that name; {@link IllegalArgumentException} when nobody wrote it. */
  String say(String name) {
    var text = texts.get(name);
    if (text == null) throw new IllegalArgumentException("no words for " + name);

    return text;
  }

  /** The text of that name with its one place filled. */
  String say(String name, String filling) {
    return say(name).replace("{}", filling);
  }

  String money(Money money) {
    var digits = money.currency().getDefaultFractionDigits();
    var format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(BigDecimal.valueOf(money.minor(), digits)) + " " + money.code();
  }

  String moment(Instant at) {
    var format = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", locale);
    return format.format(at.atOffset(ZoneOffset.UTC));
  }

  private static Map<String, PageWords> all() {
    var all = new TreeMap<String, PageWords>();
    for (var language : LANGUAGES) {
      all.put(language, new PageWords(Locale.forLanguageTag(language), texts(language)));
    }
    return Map.copyOf(all);
  }

  private static Map<String, String> texts(String language) {
    var name = "/tollgate/web/words_" + language + ".properties";
    try (var file = PageWords.class.getResourceAsStream(name)) {
      if (file == null) throw new IllegalStateException("not in our jar: " + name);

      var read = new Properties();
      read.load(new InputStreamReader(file, UTF_8));
      var texts = new TreeMap<String, String>();
      for (var key : read.stringPropertyNames()) texts.put(key, read.getProperty(key));
      return Map.copyOf(texts);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

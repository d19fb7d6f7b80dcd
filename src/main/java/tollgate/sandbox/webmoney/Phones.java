package tollgate.sandbox.webmoney;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The phones of all customers and what was sent to them: nobody else may read a code (§7). */
final class Phones {

  private static final int PHONES_MAX = 1000;
  private static final int TEXTS_MAX = 20;
  private static final int CODES = 10_000;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{10,15}");

  /** One message on a phone. */
  record Text(Instant at, String text, String code) {}

  private final SecureRandom random = new SecureRandom();
  private final Map<String, ArrayDeque<Text>> byPhone =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Text>> eldest) {
          return size() > PHONES_MAX;
        }
      };

  /** The digits of a number as people write it, with the code of its country; empty if none. */
  static Optional<String> digits(String written) {
    var digits = written.replaceAll("[+ ()-]", "");
    return Optional.of(digits).filter(text -> NUMBER.matcher(text).matches());
  }

  /** Four digits, of which the first may be a nought. */
  String newCode() {
    return String.format(Locale.ROOT, "%04d", random.nextInt(CODES));
  }

  synchronized void send(String phone, Text text) {
    var texts = byPhone.computeIfAbsent(phone, _ -> new ArrayDeque<>());
    if (texts.size() == TEXTS_MAX) texts.removeLast();
    texts.addFirst(text);
  }

  /** The latest first. */
  synchronized List<Text> of(String phone) {
    return List.copyOf(byPhone.getOrDefault(phone, new ArrayDeque<>()));
  }
}

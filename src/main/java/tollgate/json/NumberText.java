package tollgate.json;

import java.util.OptionalLong;

/** The grammar of JSON numbers, read from digits and never through a double. */
final class NumberText {

  private NumberText() {}

  static boolean isNumber(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int end = digits(text, at);
    if (end == at || (end > at + 1 && text.charAt(at) == '0')) return false;

    int fraction = fraction(text, end);
    return fraction >= 0 && exponent(text, fraction) == text.length();
  }

  static OptionalLong exactLong(String literal) {
    int first = literal.startsWith("-") ? 1 : 0;
    if (digits(literal, first) != literal.length()) return OptionalLong.empty();
    if (first == 1 && literal.charAt(1) == '0') return OptionalLong.empty();

    return accumulate(literal, first);
  }

  /** Summed below zero, because a long reaches one further down than up. */
  private static OptionalLong accumulate(String literal, int first) {
    long negative = 0;
    for (int i = first; i < literal.length(); i++) {
      int digit = literal.charAt(i) - '0';
      if (negative < (Long.MIN_VALUE + digit) / 10) return OptionalLong.empty();
      negative = negative * 10 - digit;
    }
    if (first == 1) return OptionalLong.of(negative);
    return negative == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(-negative);
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    return at;
  }

  /** Where an optional fraction ends; −1 for a point without digits. */
  private static int fraction(String text, int from) {
    if (from >= text.length() || text.charAt(from) != '.') return from;

    int end = digits(text, from + 1);
    return end == from + 1 ? -1 : end;
  }

  /** Where an optional exponent ends; −1 for an exponent without digits. */
  private static int exponent(String text, int from) {
    if (from >= text.length() || (text.charAt(from) | 0x20) != 'e') return from;

    int sign = from + 1;
    if (sign < text.length() && "+-".indexOf(text.charAt(sign)) >= 0) sign++;
    int end = digits(text, sign);
    return end == sign ? -1 : end;
  }
}

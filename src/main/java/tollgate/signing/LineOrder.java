package tollgate.signing;

import java.util.Comparator;

/**
 * The orders in which public signers of the Gate dialect join their lines.
 *
 * <p>All compare UTF-8 bytes, which is the order of code points; they differ only for lists of more
 * than ten and for sibling names such as {@code addr} and {@code addr2}.
 */
enum LineOrder {
  /** By path, runs of digits as whole numbers: the order of the protocol and of what we send. */
  NATURAL {
    @Override
    int compare(String text, Line one, Line other) {
      return natural(text, one, other);
    }
  },
  /** By the bytes of the path. */
  PATH_BYTES {
    @Override
    int compare(String text, Line one, Line other) {
      return bytes(text, one.from(), one.pathEnd(), other.from(), other.pathEnd());
    }
  },
  /** By the bytes of the whole line, value included. */
  LINE_BYTES {
    @Override
    int compare(String text, Line one, Line other) {
      return bytes(text, one.from(), one.to(), other.from(), other.to());
    }
  };

  abstract int compare(String text, Line one, Line other);

  /** For lines of that text. */
  Comparator<Line> in(String text) {
    return (one, other) -> compare(text, one, other);
  }

  private static int natural(String text, Line one, Line other) {
    int i = one.from();
    int j = other.from();
    while (i < one.pathEnd() && j < other.pathEnd()) {
      char a = text.charAt(i);
      char b = text.charAt(j);
      boolean numbers = isDigit(a) && isDigit(b);
      int order = numbers ? numbers(text, i, j) : weight(a) - weight(b);
      if (order != 0) return order;
      i = numbers ? afterDigits(text, i) : i + 1;
      j = numbers ? afterDigits(text, j) : j + 1;
    }
    return (one.pathEnd() - i) - (other.pathEnd() - j);
  }

  /** Of any length, so never parsed. Equal numbers fall back to bytes: 01 stands before 1. */
  private static int numbers(String text, int oneFrom, int otherFrom) {
    int i = afterZeros(text, oneFrom);
    int j = afterZeros(text, otherFrom);
    int digits = afterDigits(text, i) - i;
    int byLength = digits - (afterDigits(text, j) - j);
    if (byLength != 0) return byLength;

    for (int k = 0; k < digits; k++) {
      int byDigit = text.charAt(i + k) - text.charAt(j + k);
      if (byDigit != 0) return byDigit;
    }
    int zeros = (i - oneFrom) - (j - otherFrom);
    return digits == 0 ? zeros : -zeros;
  }

  private static int bytes(String text, int oneFrom, int oneTo, int otherFrom, int otherTo) {
    int one = oneTo - oneFrom;
    int other = otherTo - otherFrom;
    int length = Math.min(one, other);
    for (int i = 0; i < length; i++) {
      int order = weight(text.charAt(oneFrom + i)) - weight(text.charAt(otherFrom + i));
      if (order != 0) return order;
    }
    return one - other;
  }

  /** UTF-8 sorts surrogate pairs after all else, UTF-16 before U+E000: this makes them agree. */
  private static int weight(char c) {
    if (c < Character.MIN_SURROGATE) return c;
    return Character.isSurrogate(c) ? c + 0x2000 : c - 0x800;
  }

  /** A path is followed by a colon in its line, so a run of digits always ends inside the text. */
  private static int afterDigits(String text, int from) {
    int at = from;
    while (isDigit(text.charAt(at))) at++;
    return at;
  }

  private static int afterZeros(String text, int from) {
    int at = from;
    while (text.charAt(at) == '0') at++;
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

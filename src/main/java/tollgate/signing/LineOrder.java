package tollgate.signing;

import java.util.Comparator;

/**
 * The orders in which public signers of the Gate dialect join their lines.
 *
 * <p>All compare UTF-8 bytes, which is the order of code points; they differ only for lists of more
 * than ten and for sibling names such as {@code addr} and {@code addr2}.
 */
enum LineOrder implements Comparator<Line> {
  /** By path, runs of digits as whole numbers: the order of the protocol and of what we send. */
  NATURAL {
    @Override
    public int compare(Line one, Line other) {
      return natural(one.text(), one.pathLength(), other.text(), other.pathLength());
    }
  },
  /** By the bytes of the path. */
  PATH_BYTES {
    @Override
    public int compare(Line one, Line other) {
      return bytes(one.text(), one.pathLength(), other.text(), other.pathLength());
    }
  },
  /** By the bytes of the whole line, value included. */
  LINE_BYTES {
    @Override
    public int compare(Line one, Line other) {
      return bytes(one.text(), one.text().length(), other.text(), other.text().length());
    }
  };

  private static int natural(String a, int aEnd, String b, int bEnd) {
    int i = 0;
    int j = 0;
    while (i < aEnd && j < bEnd) {
      boolean numbers = isDigit(a.charAt(i)) && isDigit(b.charAt(j));
      int order = numbers ? numbers(a, i, b, j) : weight(a.charAt(i)) - weight(b.charAt(j));
      if (order != 0) return order;
      i = numbers ? afterDigits(a, i) : i + 1;
      j = numbers ? afterDigits(b, j) : j + 1;
    }
    return (aEnd - i) - (bEnd - j);
  }

  /** Of any length, so never parsed. Equal numbers fall back to bytes: 01 stands before 1. */
  private static int numbers(String a, int aFrom, String b, int bFrom) {
    int i = afterZeros(a, aFrom);
    int j = afterZeros(b, bFrom);
    int digits = afterDigits(a, i) - i;
    int byLength = digits - (afterDigits(b, j) - j);
    if (byLength != 0) return byLength;

    for (int k = 0; k < digits; k++) {
      int byDigit = a.charAt(i + k) - b.charAt(j + k);
      if (byDigit != 0) return byDigit;
    }
    int zeros = (i - aFrom) - (j - bFrom);
    return digits == 0 ? zeros : -zeros;
  }

  private static int bytes(String a, int aEnd, String b, int bEnd) {
    int length = Math.min(aEnd, bEnd);
    for (int i = 0; i < length; i++) {
      int order = weight(a.charAt(i)) - weight(b.charAt(i));
      if (order != 0) return order;
    }
    return aEnd - bEnd;
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

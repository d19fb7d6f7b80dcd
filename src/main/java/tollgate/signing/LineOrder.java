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
      return bytes(one.text(), 0, one.pathLength(), other.text(), 0, other.pathLength());
    }
  },
  /** By the bytes of the whole line, value included. */
  LINE_BYTES {
    @Override
    public int compare(Line one, Line other) {
      var a = one.text();
      var b = other.text();
      return bytes(a, 0, a.length(), b, 0, b.length());
    }
  };

  private static int natural(String a, int aEnd, String b, int bEnd) {
    int i = 0;
    int j = 0;
    while (i < aEnd && j < bEnd) {
      int iNext = tokenEnd(a, i, aEnd);
      int jNext = tokenEnd(b, j, bEnd);
      int order =
          isDigit(a.charAt(i)) && isDigit(b.charAt(j))
              ? numbers(a, i, iNext, b, j, jNext)
              : weight(a.charAt(i)) - weight(b.charAt(j));
      if (order != 0) return order;
      i = iNext;
      j = jNext;
    }
    return (aEnd - i) - (bEnd - j);
  }

  /** Of any length, so never parsed. Equal numbers fall back to bytes: 01 stands before 1. */
  private static int numbers(String a, int aFrom, int aEnd, String b, int bFrom, int bEnd) {
    int i = afterZeros(a, aFrom, aEnd);
    int j = afterZeros(b, bFrom, bEnd);
    int byLength = (aEnd - i) - (bEnd - j);
    if (byLength != 0) return byLength;

    int byValue = bytes(a, i, aEnd, b, j, bEnd);
    return byValue != 0 ? byValue : bytes(a, aFrom, aEnd, b, bFrom, bEnd);
  }

  private static int bytes(String a, int aFrom, int aEnd, String b, int bFrom, int bEnd) {
    int length = Math.min(aEnd - aFrom, bEnd - bFrom);
    for (int i = 0; i < length; i++) {
      int order = weight(a.charAt(aFrom + i)) - weight(b.charAt(bFrom + i));
      if (order != 0) return order;
    }
    return (aEnd - aFrom) - (bEnd - bFrom);
  }

  /** UTF-8 sorts surrogate pairs after all else, UTF-16 before U+E000: this makes them agree. */
  private static int weight(char c) {
    if (c < Character.MIN_SURROGATE) return c;
    return Character.isSurrogate(c) ? c + 0x2000 : c - 0x800;
  }

  /** Where the run of digits ends that begins here; else the next character. */
  private static int tokenEnd(String text, int from, int end) {
    if (!isDigit(text.charAt(from))) return from + 1;

    int at = from;
    while (at < end && isDigit(text.charAt(at))) at++;
    return at;
  }

  private static int afterZeros(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == '0') at++;
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

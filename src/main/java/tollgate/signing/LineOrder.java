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
      return new NaturalPair(text, text)
          .compare(one.from(), one.pathEnd(), other.from(), other.pathEnd());
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
  static int weight(char c) {
    if (c < Character.MIN_SURROGATE) return c;
    return Character.isSurrogate(c) ? c + 0x2000 : c - 0x800;
  }
}

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
      return natural(path(one), path(other));
    }
  },
  /** By the bytes of the path. */
  PATH_BYTES {
    @Override
    public int compare(Line one, Line other) {
      return bytes(path(one), path(other));
    }
  },
  /** By the bytes of the whole line, value included. */
  LINE_BYTES {
    @Override
    public int compare(Line one, Line other) {
      return bytes(whole(one), whole(other));
    }
  };

  /** A piece of a line, compared where it lies: nothing is cut out of a body to sort it. */
  private record Piece(String text, int from, int end) {
    int length() {
      return end - from;
    }

    char at(int index) {
      return text.charAt(from + index);
    }

    Piece till(int newEnd) {
      return new Piece(text, from, newEnd);
    }

    Piece since(int newFrom) {
      return new Piece(text, newFrom, end);
    }
  }

  private static Piece path(Line line) {
    return new Piece(line.text(), 0, line.pathLength());
  }

  private static Piece whole(Line line) {
    return new Piece(line.text(), 0, line.text().length());
  }

  private static int natural(Piece a, Piece b) {
    while (a.length() > 0 && b.length() > 0) {
      int aNext = tokenEnd(a);
      int bNext = tokenEnd(b);
      int order =
          isDigit(a.at(0)) && isDigit(b.at(0))
              ? numbers(a.till(aNext), b.till(bNext))
              : weight(a.at(0)) - weight(b.at(0));
      if (order != 0) return order;
      a = a.since(aNext);
      b = b.since(bNext);
    }
    return a.length() - b.length();
  }

  /** Of any length, so never parsed. Equal numbers fall back to bytes: 01 stands before 1. */
  private static int numbers(Piece a, Piece b) {
    var aValue = a.since(afterZeros(a));
    var bValue = b.since(afterZeros(b));
    if (aValue.length() != bValue.length()) return aValue.length() - bValue.length();

    int byValue = bytes(aValue, bValue);
    return byValue != 0 ? byValue : bytes(a, b);
  }

  private static int bytes(Piece a, Piece b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      int order = weight(a.at(i)) - weight(b.at(i));
      if (order != 0) return order;
    }
    return a.length() - b.length();
  }

  /** UTF-8 sorts surrogate pairs after all else, UTF-16 before U+E000: this makes them agree. */
  private static int weight(char c) {
    if (c < Character.MIN_SURROGATE) return c;
    return Character.isSurrogate(c) ? c + 0x2000 : c - 0x800;
  }

  /** Where the run of digits ends that begins here; else the next character. */
  private static int tokenEnd(Piece piece) {
    if (!isDigit(piece.at(0))) return piece.from() + 1;

    int at = piece.from();
    while (at < piece.end() && isDigit(piece.text().charAt(at))) at++;
    return at;
  }

  private static int afterZeros(Piece piece) {
    int at = piece.from();
    while (at < piece.end() && piece.text().charAt(at) == '0') at++;
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

package tollgate.json;

/** What a Java string can hold and a message must not. */
final class UnicodeText {

  private UnicodeText() {}

  /** Whether the surrogate at this place has its other half beside it. */
  static boolean isPaired(String text, int at) {
    if (Character.isHighSurrogate(text.charAt(at))) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** False for half a surrogate pair, which has no UTF-8, and for NUL, which no database keeps. */
  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) return false;
      if (Character.isSurrogate(c) && !isPaired(text, i)) return false;
    }
    return true;
  }
}

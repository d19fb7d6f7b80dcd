package tollgate.provider;

/** A text of the merchant's as providers take it: one line of so many characters. */
public final class OneLine {

  private OneLine() {}

  /** Without control characters, cut where a character ends; {@code otherwise} if none is left. */
  public static String of(String text, int charsMax, String otherwise) {
    var plain = text.replaceAll("[\\x00-\\x1F\\x7F]+", " ").strip();
    if (plain.isEmpty()) return otherwise;
    if (plain.length() <= charsMax) return plain;

    boolean splits = Character.isHighSurrogate(plain.charAt(charsMax - 1));
    return plain.substring(0, splits ? charsMax - 1 : charsMax);
  }
}

package tollgate.signing;

/**
 * Two texts side by side, to be compared with runs of digits as whole numbers and all else by code
 * points. They may be one and the same, for lines are places in one text.
 */
record NaturalPair(String one, String other) {

  int compare() {
    return compare(0, one.length(), 0, other.length());
  }

  /** A part of one against a part of the other. Neither may end within a run of digits. */
  int compare(int from, int to, int otherFrom, int otherTo) {
    int i = from;
    int j = otherFrom;
    while (i < to && j < otherTo) {
      char a = one.charAt(i);
      char b = other.charAt(j);
      if (a == b && !isDigit(a)) {
        i++;
        j++;
        continue;
      }
      boolean numbers = isDigit(a) && isDigit(b);
      int order = numbers ? numbers(i, j) : LineOrder.weight(a) - LineOrder.weight(b);
      if (order != 0) return order;
      i = numbers ? afterDigits(one, i) : i + 1;
      j = numbers ? afterDigits(other, j) : j + 1;
    }
    return (to - i) - (otherTo - j);
  }

  /** Of any length, so never parsed. Equal numbers fall back to bytes: 01 stands before 1. */
  private int numbers(int from, int otherFrom) {
    int i = afterZeros(one, from);
    int j = afterZeros(other, otherFrom);
    int digits = afterDigits(one, i) - i;
    int byLength = digits - (afterDigits(other, j) - j);
    if (byLength != 0) return byLength;

    for (int k = 0; k < digits; k++) {
      int byDigit = one.charAt(i + k) - other.charAt(j + k);
      if (byDigit != 0) return byDigit;
    }
    int zeros = (i - from) - (j - otherFrom);
    return digits == 0 ? zeros : -zeros;
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) at++;
    return at;
  }

  private static int afterZeros(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '0') at++;
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

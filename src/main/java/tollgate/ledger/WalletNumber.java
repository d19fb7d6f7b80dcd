package tollgate.ledger;

/**
 * The number that a customer says at a desk. Its last digit is a Luhn check digit, so that a digit
 * misheard or two swapped do not name somebody else's wallet.
 */
public final class WalletNumber {

  /** Digits before the check digit are filled up to this many, so numbers look alike. */
  private static final int SERIAL_DIGITS_MIN = 11;

  private WalletNumber() {}

  /** The number of the wallet with this serial (≥ 1): the serial, padded, and a check digit. */
  public static String of(long serial) {
    var digits = Long.toString(serial);
    var padded = "0".repeat(Math.max(0, SERIAL_DIGITS_MIN - digits.length())) + digits;
    return padded + checkDigit(padded);
  }

  /** Whether the text is digits only and its check digit is right. */
  public static boolean isValid(String number) {
    if (number.length() < 2 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) return false;

    var last = number.length() - 1;
    return checkDigit(number.substring(0, last)) == number.charAt(last) - '0';
  }

  private static int checkDigit(String digits) {
    var sum = 0;
    for (int i = digits.length() - 1, weight = 2; i >= 0; i--, weight = 3 - weight) {
      var weighted = (digits.charAt(i) - '0') * weight;
      sum += weighted / 10 + weighted % 10;
    }
    return (10 - sum % 10) % 10;
  }
}

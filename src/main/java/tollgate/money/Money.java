package tollgate.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in minor units: 1050 EUR is ten euros fifty, 1050 JPY is over a thousand yen. It
 * exists so that no amount travels without its currency and no sum is ever rounded or wrapped: what
 * does not fit throws {@link ArithmeticException}, what does not match throws {@link
 * IllegalArgumentException}.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** Longest decimal text that is read: 2^63 has 19 digits, and a sign, a point and zeros. */
  private static final int DECIMAL_CHARS_MAX = 32;

  /** {@code code} is ISO 4217 alpha-3; an unknown one throws {@link IllegalArgumentException}. */
  public static Money of(long minor, String code) {
    return new Money(minor, Currency.getInstance(code));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads plain decimal text in major units ("125.50"). More digits than the currency has are
   * refused unless they are zeros, and so is anything that is not plain digits with one point.
   *
   * @throws ArithmeticException when the value is no whole number of minor units, or too large
   * @throws NumberFormatException when the text is not plain decimal
   */
  public static Money parse(String decimal, Currency currency) {
    if (decimal.length() > DECIMAL_CHARS_MAX || !isPlain(decimal)) {
      throw new NumberFormatException("not a plain decimal");
    }
    var minor = new BigDecimal(decimal).movePointRight(digits(currency)).longValueExact();
    return new Money(minor, currency);
  }

  /** Major units with as many digits as the currency has: "125.50" MYR, "300" JPY, "1.250" KWD. */
  public String decimal() {
    return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
  }

  public Money plus(Money that) {
    return new Money(Math.addExact(minor, same(that).minor), currency);
  }

  public Money minus(Money that) {
    return new Money(Math.subtractExact(minor, same(that).minor), currency);
  }

  public boolean isPositive() {
    return minor > 0;
  }

  /** ISO 4217 alpha-3 code. */
  public String code() {
    return currency.getCurrencyCode();
  }

  @Override
  public int compareTo(Money that) {
    return Long.compare(minor, same(that).minor);
  }

  @Override
  public String toString() {
    return decimal() + " " + code();
  }

  static int digits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  private static boolean isPlain(String text) {
    var digits = text.startsWith("-") ? text.substring(1) : text;
    var point = digits.indexOf('.');
    if (point == 0 || point == digits.length() - 1 || digits.isEmpty()) return false;

    return digits.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
        && digits.indexOf('.', point + 1) < 0;
  }

  private Money same(Money that) {
    if (currency.equals(that.currency)) return that;

    throw new IllegalArgumentException(code() + " meets " + that.code());
  }
}

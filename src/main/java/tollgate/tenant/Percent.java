package tollgate.tenant;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A share of an amount, exact to a ten-thousandth of a percent: 2.5 % is 25,000 millionths. From 0
 * to 100 %.
 */
public record Percent(int millionths) {

  public static final Percent ZERO = new Percent(0);

  private static final int WHOLE = 1_000_000;
  private static final int DIGITS = 4;
  private static final Pattern PLAIN = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");

  public Percent {
    if (millionths < 0 || millionths > WHOLE) {
      throw new IllegalArgumentException("must be 0 to 100 percent");
    }
  }

  /** Reads "2.5": a decimal point, at most four digits after it, no sign and no percent sign. */
  public static Percent parse(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a percentage such as 2.5, not \"" + text + '"');
    }
    return new Percent(new BigDecimal(text).movePointRight(DIGITS).intValueExact());
  }

  /** The exact share, not rounded. */
  BigDecimal of(long minor) {
    return BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(millionths, DIGITS + 2));
  }

  /** As it is written: "2.5". */
  @Override
  public String toString() {
    return BigDecimal.valueOf(millionths, DIGITS).stripTrailingZeros().toPlainString();
  }
}

package tollgate.money;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * How many major units of one currency one of another is worth: {@code 1 USD = 4.7125 MYR}. Exact
 * to ten digits after the point; it exists so that an amount is converted in one place and rounded
 * once.
 */
public record Rate(Currency from, Currency to, BigDecimal value) {

  private static final Pattern PLAIN = Pattern.compile("\\d{1,12}(\\.\\d{1,10})?");

  public Rate {
    if (value.signum() <= 0) throw new IllegalArgumentException("must be more than 0");
    if (from.equals(to)) throw new IllegalArgumentException("must be between two currencies");
  }

  /** Reads "4.7125"; {@link IllegalArgumentException} when it is no such number. */
  public static Rate parse(Currency from, Currency to, String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a rate such as 4.7125, not \"" + text + '"');
    }
    return new Rate(from, to, new BigDecimal(text));
  }

  /**
   * The same in the other currency, rounded once, half up, to a multiple of {@code step} minor
   * units.
   *
   * @throws IllegalArgumentException when the amount is of another currency
   * @throws ArithmeticException when it is no longer a number of minor units
   */
  public Money convert(Money amount, long step) {
    if (!amount.currency().equals(from)) {
      throw new IllegalArgumentException(amount.code() + " at a rate of " + from);
    }
    var exact =
        BigDecimal.valueOf(amount.minor())
            .multiply(value)
            .scaleByPowerOfTen(Money.digits(to) - Money.digits(from));
    var size = BigDecimal.valueOf(step);
    return new Money(exact.divide(size, 0, HALF_UP).multiply(size).longValueExact(), to);
  }

  /** As it is written: "4.7125". */
  public String decimal() {
    return value.toPlainString();
  }
}

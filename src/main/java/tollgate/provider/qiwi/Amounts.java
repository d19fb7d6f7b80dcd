package tollgate.provider.qiwi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.provider.JsonMessage;

/** Amounts as QIWI writes them: texts, and in some messages numbers (3, 5). */
final class Amounts {

  /** Bounded, and without exponents, before anything computes with it. */
  private static final Pattern VALUE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

  private static final Map<String, Currency> CURRENCIES =
      Map.of("RUB", Qiwi.RUB, "KZT", Currency.getInstance("KZT"));

  private Amounts() {}

  /** The member {@code amount}; null for what is no amount, or none of whole minor units. */
  static @Nullable Money read(JsonMessage message) {
    var value = message.scalar("amount", "value");
    var currency = CURRENCIES.get(message.text("amount", "currency"));
    if (currency == null || !VALUE.matcher(value).matches()) return null;

    try {
      return Money.parse(value, currency);
    } catch (ArithmeticException fraction) {
      return null;
    }
  }

  /** The value with two decimals, rounded down, as it is signed (5); null for what is none. */
  static @Nullable String signed(JsonMessage message) {
    return twoDecimals(message, RoundingMode.DOWN);
  }

  /** The same as some sign it who round to the nearest; empty for what is none. */
  static String rounded(JsonMessage message) {
    var rounded = twoDecimals(message, RoundingMode.HALF_UP);
    return rounded == null ? "" : rounded;
  }

  private static @Nullable String twoDecimals(JsonMessage message, RoundingMode rounding) {
    var value = message.scalar("amount", "value");
    return VALUE.matcher(value).matches()
        ? new BigDecimal(value).setScale(2, rounding).toPlainString()
        : null;
  }
}

package tollgate.demo;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tollgate.money.Money;

/** Amounts as people write and read them: major units, thousands apart. */
final class Amounts {

  /** Commas only where they part thousands: "1,50" may mean two things, so it means none. */
  private static final Pattern WRITTEN =
      Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?|[0-9]{1,3}(,[0-9]{3}){1,4}(\\.[0-9]{1,4})?");

  private static final Pattern BETWEEN_THOUSANDS = Pattern.compile("\\B(?=([0-9]{3})+$)");

  private Amounts() {}

  /** Empty unless it is a positive amount that the currency can hold. */
  static Optional<Money> read(String text, Currency currency) {
    var written = text.strip();
    if (!WRITTEN.matcher(written).matches()) return Optional.empty();
    try {
      var money = Money.parse(written.replace(",", ""), currency);
      return money.isPositive() ? Optional.of(money) : Optional.empty();
    } catch (ArithmeticException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** "RM 1,250.50", "Rp 15,000". Nobody writes a rupiah's cents while there are none. */
  static String words(Money money) {
    var decimal = money.decimal();
    var point = decimal.indexOf('.');
    var whole = point < 0 ? decimal : decimal.substring(0, point);
    var rest = point < 0 ? "" : decimal.substring(point);
    var cents = money.code().equals("IDR") && rest.equals(".00") ? "" : rest;
    return symbol(money.currency())
        + " "
        + BETWEEN_THOUSANDS.matcher(whole).replaceAll(",")
        + cents;
  }

  static String symbol(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "MYR" -> "RM";
      case "IDR" -> "Rp";
      case "RUB" -> "₽";
      case "USD" -> "$";
      case "EUR" -> "€";
      default -> currency.getCurrencyCode().toUpperCase(Locale.ROOT);
    };
  }
}

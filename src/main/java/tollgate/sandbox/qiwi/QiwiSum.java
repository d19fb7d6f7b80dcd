package tollgate.sandbox.qiwi;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount with its currency (§2): up to 999999.99, of two decimals. */
record QiwiSum(String currency, long minorUnits) {

  private static final long MINOR_UNITS_MAX = 99_999_999;
  private static final List<String> CURRENCIES = List.of("RUB", "KZT");
  private static final Pattern VALUE = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,2})?");

  /** The member {@code amount}, whose value is a text or a number; empty where it is no amount. */
  static Optional<QiwiSum> read(JsonObject body) {
    if (!(body.getValue("amount") instanceof JsonObject amount)) return Optional.empty();
    if (!(amount.getValue("currency") instanceof String currency)) return Optional.empty();

    return read(currency, String.valueOf(amount.getValue("value")));
  }

  static Optional<QiwiSum> read(String currency, String value) {
    if (!CURRENCIES.contains(currency) || !VALUE.matcher(value).matches()) return Optional.empty();

    var minorUnits = new BigDecimal(value).movePointRight(2).longValueExact();
    return minorUnits < 1 || minorUnits > MINOR_UNITS_MAX
        ? Optional.empty()
        : Optional.of(new QiwiSum(currency, minorUnits));
  }

  String decimal() {
    return BigDecimal.valueOf(minorUnits, 2).toPlainString();
  }

  /** The auditors' figure has one currency, and this is it. */
  boolean isRouble() {
    return currency.equals("RUB");
  }
}

package tollgate.provider.webmoney;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import tollgate.tenant.Bounds;
import tollgate.tenant.Method;

/**
 * The title units of WebMoney that stand for a currency. A purse's letter says which it holds, and
 * who pays must have a purse of the same letter; the other letters stand for no currency of ISO.
 */
enum Unit {
  Z("USD"),
  E("EUR"),
  R("RUB"),
  U("UAH"),
  K("KZT"),
  B("BYN");

  /** 1,000,000.00; WebMoney's own limits depend on who pays. */
  private static final long MOST = 100_000_000;

  private final String code;

  Unit(String code) {
    this.code = code;
  }

  Method method() {
    var name = "wm" + name().toLowerCase(Locale.ROOT);
    return new Method(
        "webmoney-" + name,
        "webmoney_" + name,
        "WebMoney " + name.toUpperCase(Locale.ROOT),
        currency(),
        Bounds.NONE.min(),
        MOST,
        1,
        false);
  }

  Currency currency() {
    return Currency.getInstance(code);
  }

  /** That of a purse by its first letter; empty for a letter that we do not take. */
  static Optional<Unit> of(String purse) {
    return Arrays.stream(values()).filter(unit -> purse.startsWith(unit.name())).findFirst();
  }
}

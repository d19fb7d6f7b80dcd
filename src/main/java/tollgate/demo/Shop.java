package tollgate.demo;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import tollgate.tenant.Secret;

/**
 * What the demo merchant takes in one currency, in one way or in several, through one of its
 * projects. A project may take several currencies: its customers have one wallet for all of them.
 */
public record Shop(long project, Secret secret, Currency currency, List<Way> ways) {

  /**
   * A way to pay.
   *
   * @param method its name in Gate paths
   * @param title its name for people
   * @param wire its name in webhooks and answers
   * @param inApp whether it is paid in an app, which may be on another device than the browser
   */
  public record Way(String method, String title, String wire, boolean inApp) {

    Way(String method, String title, String wire) {
      this(method, title, wire, false);
    }

    Way(String method, String title) {
      this(method, title, title);
    }
  }

  public Shop {
    ways = List.copyOf(ways);
  }

  /** Those of the demo tenants: a project for each city. */
  public static List<Shop> demo() {
    return List.of(
        shop(210, "MYR", new Way("touchngo", "Touch'n Go", "Touchngo Wallet")),
        shop(211, "IDR", new Way("gopay", "GoPay", "GoPay Wallet", true)),
        shop(
            212,
            "RUB",
            new Way("freekassa", "FreeKassa"),
            new Way("mykassa", "MyKassa"),
            new Way("paymaster2", "PayMaster"),
            new Way("paymaster", "PayMaster (form)", "PayMaster LMI"),
            new Way("qiwi", "QIWI", "QIWI Wallet"),
            new Way("robokassa", "Robokassa"),
            new Way("webmoney-wmr", "WebMoney WMR"),
            new Way("yookassa", "YooKassa"),
            new Way("yoomoney", "YooMoney")),
        shop(212, "USD", new Way("webmoney-wmz", "WebMoney WMZ")),
        shop(212, "EUR", new Way("webmoney-wme", "WebMoney WME")));
  }

  private static Shop shop(long project, String currency, Way... ways) {
    var secret = new Secret("demo-secret-" + project);
    return new Shop(project, secret, Currency.getInstance(currency), List.of(ways));
  }

  Optional<Way> way(String method) {
    return ways.stream().filter(way -> way.method().equals(method)).findFirst();
  }

  /** Whether the way that people call so is paid in an app. */
  boolean isInApp(String title) {
    return ways.stream().anyMatch(way -> way.inApp() && way.title().equals(title));
  }

  /** What people call the way that the gateway calls so. */
  String title(String wire) {
    return ways.stream()
        .filter(way -> way.wire().equals(wire))
        .map(Way::title)
        .findFirst()
        .orElse(wire);
  }
}

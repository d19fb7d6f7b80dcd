package tollgate.config;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tollgate.config.Centre.GatewayEntry;
import tollgate.config.Centre.LimitsEntry;
import tollgate.config.Centre.MethodEntry;
import tollgate.config.Centre.ProjectEntry;
import tollgate.config.Centre.RateEntry;
import tollgate.config.Centre.TariffEntry;
import tollgate.money.Money;
import tollgate.money.Rate;
import tollgate.tenant.ActivationTerms;
import tollgate.tenant.Bounds;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.ProjectTerms;
import tollgate.tenant.Purpose;
import tollgate.tenant.Quote;
import tollgate.tenant.Tariff;

/** Reads tariffs, limits and the other terms of gateways, projects and activations. */
final class TermsReader {

  /** Told of each mistake: where, and the rule that is broken. */
  @FunctionalInterface
  interface Complaints {
    void add(String path, String rule);
  }

  private final Complaints complaints;

  TermsReader(Complaints complaints) {
    this.complaints = complaints;
  }

  GatewayTerms of(GatewayEntry entry, String path) {
    Set<Purpose> purposes =
        entry.purposes().isEmpty()
            ? Set.of(Purpose.values())
            : new LinkedHashSet<>(entry.purposes());
    return new GatewayTerms(
        entry.on(),
        entry.confirmSuccess(),
        purposes,
        entry.company(),
        tariffs(entry.tariffs(), path + ".tariffs"),
        bounds(entry.limits(), path + ".limits"),
        entry.chargesIn(),
        entry.lateSuccess());
  }

  ProjectTerms of(ProjectEntry entry, String path) {
    if (entry.requestsPerSecond() < 0) {
      complaints.add(path + ".requestsPerSecond", "must be 0, for no limit, or more");
    }
    return new ProjectTerms(
        entry.on(),
        entry.wallets(),
        entry.privateUrls(),
        new LinkedHashSet<>(entry.currencies()),
        entry.networks(),
        Math.max(0, entry.requestsPerSecond()),
        entry.lateSuccess(),
        entry.timeZone());
  }

  ActivationTerms of(MethodEntry entry, String path) {
    return new ActivationTerms(
        entry.on(),
        tariffs(entry.tariffs(), path + ".tariffs"),
        bounds(entry.limits(), path + ".limits"));
  }

  List<Quote> quotes(Map<String, RateEntry> entries, String path) {
    var all = new ArrayList<Quote>();
    entries.forEach((pair, entry) -> {
      var quote = quote(pair, entry, path + '.' + pair);
      if (quote != null) all.add(quote);
    });
    return all;
  }

  private @Nullable Quote quote(String pair, RateEntry entry, String path) {
    var codes = pair.split("-", 2);
    try {
      if (codes.length < 2) throw new IllegalArgumentException("must be named as USD-MYR is");
      var from = Currency.getInstance(codes[0]);
      var to = Currency.getInstance(codes[1]);
      return new Quote(Rate.parse(from, to, entry.rate()), entry.since(), entry.until());
    } catch (IllegalArgumentException e) {
      complaints.add(path, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private Map<Currency, Tariff> tariffs(Map<Currency, TariffEntry> entries, String path) {
    var all = new HashMap<Currency, Tariff>();
    entries.forEach((currency, entry) -> {
      var tariff = tariff(entry, currency, path + '.' + currency);
      if (tariff != null) all.put(currency, tariff);
    });
    return all;
  }

  private @Nullable Tariff tariff(TariffEntry entry, Currency currency, String path) {
    var fixed = money(entry.fixed(), currency, path + ".fixed");
    var least = money(entry.least(), currency, path + ".least");
    var most = entry.most() == null ? null : money(entry.most(), currency, path + ".most");
    if (fixed == null || least == null || (entry.most() != null && most == null)) return null;

    try {
      return new Tariff(entry.percent(), fixed, least, most, entry.bearer());
    } catch (IllegalArgumentException e) {
      complaints.add(path, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private Map<Currency, Bounds> bounds(Map<Currency, LimitsEntry> entries, String path) {
    var all = new HashMap<Currency, Bounds>();
    entries.forEach((currency, entry) -> {
      var bounds = bounds(entry, currency, path + '.' + currency);
      if (bounds != null) all.put(currency, bounds);
    });
    return all;
  }

  private @Nullable Bounds bounds(LimitsEntry entry, Currency currency, String path) {
    var least = new Money(Bounds.NONE.min(), currency);
    var most = new Money(Bounds.NONE.max(), currency);
    var min = entry.min() == null ? least : money(entry.min(), currency, path + ".min");
    var max = entry.max() == null ? most : money(entry.max(), currency, path + ".max");
    if (min == null || max == null) return null;

    if (min.minor() < 1 || max.compareTo(min) < 0) {
      complaints.add(path, "min must be more than 0 and not more than max");
      return null;
    }
    return new Bounds(min.minor(), max.minor());
  }

  private @Nullable Money money(String text, Currency currency, String path) {
    try {
      var money = Money.parse(text, currency);
      if (money.minor() >= 0) return money;
    } catch (ArithmeticException | NumberFormatException e) {
      complaints.add(path, "must be an amount in " + currency + " such as 1.50");
      return null;
    }
    complaints.add(path, "must not be negative");
    return null;
  }
}

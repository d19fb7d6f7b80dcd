package tollgate.config;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.tenant.Bearer;
import tollgate.tenant.LateSuccess;
import tollgate.tenant.Network;
import tollgate.tenant.Percent;
import tollgate.tenant.Purpose;
import tollgate.tenant.Secret;

/**
 * A settlement centre as it is written, in a file, in a request or in the database: its gateways,
 * the projects that may use them and no others, its rates by pair, USD-MYR, and who may read of the
 * projects. {@code configuration.md} explains each word.
 */
public record Centre(
    String name,
    @Usual("") String brand,
    Map<Long, GatewayEntry> gateways,
    Map<Long, ProjectEntry> projects,
    Map<String, RateEntry> rates,
    Map<String, TokenEntry> dataTokens) {

  /** Every settlement centre there is, by its key. */
  public record All(Map<String, Centre> settlementCentres) {}

  /** An account with a provider; {@code company} is the project whose own account it is. */
  public record GatewayEntry(
      String provider,
      URI base,
      Map<String, String> fields,
      Map<String, Secret> keys,
      @Usual("") String name,
      @Usual("true") boolean on,
      @Usual("false") boolean confirmSuccess,
      @Nullable Long company,
      List<Purpose> purposes,
      @Nullable Currency chargesIn,
      @Nullable LateSuccess lateSuccess,
      @Nullable Duration baseTime,
      @Nullable Duration limitTime,
      Map<Currency, TariffEntry> tariffs,
      Map<Currency, LimitsEntry> limits) {}

  /** Who may ask the Data API about which of the centre's projects. */
  public record TokenEntry(
      Secret token, Secret key, List<Long> projects, @Usual("true") boolean on) {}

  /** A company; at most two secrets, the one that signs first. */
  public record ProjectEntry(
      String name,
      List<Secret> secrets,
      URI webhookUrl,
      @Usual("true") boolean on,
      @Usual("false") boolean wallets,
      @Usual("false") boolean privateUrls,
      List<Currency> currencies,
      List<Network> networks,
      @Usual("0") int requestsPerSecond,
      @Usual("hold") LateSuccess lateSuccess,
      @Usual("UTC") ZoneId timeZone,
      Map<String, MethodEntry> methods) {}

  /**
   * A method switched on. From {@code base} on the provider is asked, at {@code limit} an undecided
   * payment is declined; unless written, the gateway's times.
   */
  public record MethodEntry(
      long gateway,
      @Nullable Duration base,
      @Nullable Duration limit,
      @Usual("true") boolean on,
      Map<Currency, TariffEntry> tariffs,
      Map<Currency, LimitsEntry> limits) {}

  /** Sums in major units: "0.50". */
  public record TariffEntry(
      @Usual("0") Percent percent,
      @Usual("0") String fixed,
      @Usual("0") String least,
      @Nullable String most,
      @Usual("payer") Bearer bearer) {}

  /** What one of a pair's first currency is worth in its second, and for how long. */
  public record RateEntry(String rate, @Nullable Instant since, Instant until) {}

  /** Amounts in major units: "1.00". */
  public record LimitsEntry(@Nullable String min, @Nullable String max) {}
}

package tollgate.tenant;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * What a project may do.
 *
 * @param on whether new operations may begin; those in flight go on regardless
 * @param wallets whether its customers have wallets
 * @param privateUrls whether its webhooks may go to loopback or private networks; only for demo and
 *     test projects
 * @param currencies that its operations may be in; empty: any that its methods take
 * @param networks from which its requests may come; empty: from anywhere
 * @param requestsPerSecond that it may send us; 0: as many as it likes
 * @param lateSuccess unless the gateway has a policy of its own
 * @param timeZone whose midnight closes its business day
 */
public record ProjectTerms(
    boolean on,
    boolean wallets,
    boolean privateUrls,
    Set<Currency> currencies,
    List<Network> networks,
    int requestsPerSecond,
    LateSuccess lateSuccess,
    ZoneId timeZone) {

  /** On, without wallets, from anywhere. */
  public static final ProjectTerms USUAL =
      new ProjectTerms(
          true, false, false, Set.of(), List.of(), 0, LateSuccess.HOLD, ZoneOffset.UTC);

  public ProjectTerms {
    currencies = Set.copyOf(currencies);
    networks = List.copyOf(networks);
    if (requestsPerSecond < 0) throw new IllegalArgumentException("requestsPerSecond");
  }

  public ProjectTerms withWallets(boolean has) {
    return new ProjectTerms(
        on, has, privateUrls, currencies, networks, requestsPerSecond, lateSuccess, timeZone);
  }

  public ProjectTerms withPrivateUrls(boolean may) {
    return new ProjectTerms(
        on, wallets, may, currencies, networks, requestsPerSecond, lateSuccess, timeZone);
  }

  public ProjectTerms withTimeZone(ZoneId zone) {
    return new ProjectTerms(
        on, wallets, privateUrls, currencies, networks, requestsPerSecond, lateSuccess, zone);
  }

  /** Whether an operation may be in this currency, as far as the project is concerned. */
  public boolean takes(Currency currency) {
    return currencies.isEmpty() || currencies.contains(currency);
  }

  /** Whether a request may come from this address; one that cannot be read comes from nowhere. */
  public boolean admits(String address) {
    return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
  }
}

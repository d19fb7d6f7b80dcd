package tollgate.tenant;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tollgate.money.Rate;

/**
 * Who owns gateways and settles with the companies that use them.
 *
 * @param key its short name in addresses and files, such as {@code jakarta}
 * @param brand whose centre it is; empty when there is but one
 * @param gateways numbers of those it owns
 * @param projects of the companies that belong to it; they use its gateways and no others
 * @param quotes at what rates its gateways charge in another currency; one a pair
 */
public record SettlementCentre(
    String key,
    String name,
    String brand,
    Set<Long> gateways,
    Set<Long> projects,
    List<Quote> quotes) {

  public SettlementCentre {
    gateways = Set.copyOf(gateways);
    projects = Set.copyOf(projects);
    quotes = List.copyOf(quotes);
  }

  /** The rate between these two at this moment; null when none holds. */
  @Nullable Rate rate(Currency from, Currency to, Instant at) {
    for (var quote : quotes) {
      var rate = quote.rate();
      var isThePair = rate.from().equals(from) && rate.to().equals(to);
      if (isThePair && quote.holdsAt(at)) return rate;
    }
    return null;
  }
}

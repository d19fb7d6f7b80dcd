package tollgate.tenant;

import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a gateway is used. A currency without a tariff costs nothing, one without bounds
 * has those of the method.
 *
 * @param on whether new operations may begin through it; those in flight go on regardless
 * @param confirmSuccess whether a success in a callback is believed only once the provider, asked
 *     by us, repeats it
 * @param purposes what it may be used for
 * @param company the project whose own account with the provider it is; absent, it is the
 *     settlement centre's
 * @param chargesIn the currency it charges in when that is not the operation's
 * @param lateSuccess absent, the project's policy counts
 */
public record GatewayTerms(
    boolean on,
    boolean confirmSuccess,
    Set<Purpose> purposes,
    @Nullable Long company,
    Map<Currency, Tariff> tariffs,
    Map<Currency, Bounds> bounds,
    @Nullable Currency chargesIn,
    @Nullable LateSuccess lateSuccess) {

  /** On, for everything, free, without bounds of its own. */
  public static final GatewayTerms USUAL =
      new GatewayTerms(true, false, Set.of(Purpose.values()), null, Map.of(), Map.of(), null, null);

  public GatewayTerms {
    purposes = Set.copyOf(purposes);
    tariffs = Map.copyOf(tariffs);
    bounds = Map.copyOf(bounds);
  }

  public GatewayTerms confirmingSuccess(boolean confirms) {
    return new GatewayTerms(
        on, confirms, purposes, company, tariffs, bounds, chargesIn, lateSuccess);
  }
}

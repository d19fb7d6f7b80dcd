package tollgate.tenant;

import java.util.Set;

/**
 * Who owns gateways and settles with the companies that use them.
 *
 * @param key its short name in addresses and files, such as {@code jakarta}
 * @param brand whose centre it is; empty when there is but one
 * @param gateways numbers of those it owns
 * @param projects of the companies that belong to it; they use its gateways and no others
 */
public record SettlementCentre(
    String key, String name, String brand, Set<Long> gateways, Set<Long> projects) {

  public SettlementCentre {
    gateways = Set.copyOf(gateways);
    projects = Set.copyOf(projects);
  }
}

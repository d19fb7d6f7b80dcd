package tollgate.tenant;

import java.util.Currency;
import java.util.Map;

/**
 * Where a project's terms for one method differ from those of the gateway.
 *
 * @param on whether new operations may begin; those in flight go on regardless
 * @param tariffs in place of the gateway's, by currency
 * @param bounds beside the gateway's and the method's, by currency
 */
public record ActivationTerms(
    boolean on, Map<Currency, Tariff> tariffs, Map<Currency, Bounds> bounds) {

  /** On, and as the gateway has it. */
  public static final ActivationTerms USUAL = new ActivationTerms(true, Map.of(), Map.of());

  public ActivationTerms {
    tariffs = Map.copyOf(tariffs);
    bounds = Map.copyOf(bounds);
  }
}

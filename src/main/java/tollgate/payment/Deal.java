package tollgate.payment;

import org.jspecify.annotations.Nullable;
import tollgate.tenant.Commission;
import tollgate.tenant.LateSuccess;

/**
 * On what terms a payment was accepted, beside its amount. Frozen then: no change of configuration
 * touches a payment that is on its way.
 *
 * @param commission absent when it costs nothing
 * @param exchange absent when it is charged in its own currency
 * @param late what becomes of money that comes after the decline
 */
public record Deal(@Nullable Commission commission, @Nullable Exchange exchange, LateSuccess late) {

  /** It costs nothing, is charged as it is, and late money waits for a person. */
  public static final Deal USUAL = new Deal(null, null, LateSuccess.HOLD);

  public Deal {
    if (commission != null && !commission.fee().isPositive()) commission = null;
  }
}

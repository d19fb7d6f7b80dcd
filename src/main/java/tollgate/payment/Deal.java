package tollgate.payment;

import tollgate.tenant.LateSuccess;

/**
 * On what terms a payment was accepted, beside its amount. Frozen then: no change of configuration
 * touches a payment that is on its way.
 *
 * @param late what becomes of money that comes after the decline
 */
public record Deal(LateSuccess late) {

  /** Late money waits for a person. */
  public static final Deal USUAL = new Deal(LateSuccess.HOLD);
}

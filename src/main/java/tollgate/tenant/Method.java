package tollgate.tenant;

import java.util.Currency;

/**
 * A payment method as merchants name it. One method has three public names, a frequent mistake:
 * {@code code} in Gate paths, {@code pageCode} on the Payment Page, {@code title} in webhooks and
 * status answers.
 *
 * @param min smallest amount in minor units, included
 * @param max largest amount in minor units, included
 * @param step amounts must be a multiple of this many minor units
 * @param topUpOnly whether it may only top up wallets
 */
public record Method(
    String code,
    String pageCode,
    String title,
    Currency currency,
    long min,
    long max,
    long step,
    boolean topUpOnly) {

  public Method {
    if (min < 1 || max < min || step < 1) throw new IllegalArgumentException("limits of " + code);
  }

  public Bounds bounds() {
    return new Bounds(min, max);
  }
}

package tollgate.tenant;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A payment method as merchants name it. One method has three public names, a frequent mistake:
 * {@code code} in Gate paths, {@code pageCode} on the Payment Page, {@code title} in webhooks and
 * status answers.
 *
 * @param min smallest amount in minor units, included
 * @param max largest amount in minor units, included
 * @param step amounts must be a multiple of this many minor units
 * @param topUpOnly whether it may only top up wallets
 * @param payouts the amounts that it pays out; absent where it does not
 */
public record Method(
    String code,
    String pageCode,
    String title,
    Currency currency,
    long min,
    long max,
    long step,
    boolean topUpOnly,
    @Nullable Bounds payouts) {

  public Method {
    if (min < 1 || max < min || step < 1) throw new IllegalArgumentException("limits of " + code);
  }

  /** Without payouts. */
  public Method(
      String code,
      String pageCode,
      String title,
      Currency currency,
      long min,
      long max,
      long step,
      boolean topUpOnly) {
    this(code, pageCode, title, currency, min, max, step, topUpOnly, null);
  }

  public Bounds bounds() {
    return new Bounds(min, max);
  }
}

package tollgate.tenant;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;

/**
 * What an operation costs: a percentage and a fixed sum, held within a least and a most. All sums
 * are of one currency, which is that of the operations it is for.
 *
 * @param most absent when the commission has no upper bound
 */
public record Tariff(
    Percent percent, Money fixed, Money least, @Nullable Money most, Bearer bearer) {

  public Tariff {
    var zero = Money.zero(fixed.currency());
    if (fixed.compareTo(zero) < 0) throw new IllegalArgumentException("fixed must not be negative");
    if (least.compareTo(zero) < 0) throw new IllegalArgumentException("least must not be negative");
    if (most != null && most.compareTo(least) < 0) {
      throw new IllegalArgumentException("most must not be less than least");
    }
  }

  /** What costs nothing. */
  public static Tariff free(Currency currency) {
    var zero = Money.zero(currency);
    return new Tariff(Percent.ZERO, zero, zero, null, Bearer.PAYER);
  }

  public Currency currency() {
    return fixed.currency();
  }
}

package tollgate.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tollgate.money.Money;
import tollgate.money.Rate;

/**
 * A sale that is charged in another currency than its own: at which rate, frozen when it was
 * accepted, and what that made of it.
 *
 * @param charged what the customer pays at the provider
 * @param step in minor units: the provider moves only multiples of it
 */
public record Exchange(Rate rate, Money charged, long step) {

  /** What the customer pays, converted at this rate. */
  public static Exchange of(Rate rate, Money paid, long step) {
    return new Exchange(rate, rate.convert(paid, step), step);
  }

  /**
   * What goes back when so much of what was paid has gone back, all refunds together: that share of
   * what was charged, never rounded up. So refunds in parts never give more than was charged, and
   * all of it gives all of it.
   */
  Money share(Money back, Money paid) {
    var size = BigDecimal.valueOf(step);
    var steps =
        BigDecimal.valueOf(charged.minor())
            .multiply(BigDecimal.valueOf(back.minor()))
            .divide(BigDecimal.valueOf(paid.minor()).multiply(size), 0, RoundingMode.DOWN);
    return new Money(steps.multiply(size).longValueExact(), charged.currency());
  }
}

package tollgate.tenant;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import tollgate.money.Money;

/**
 * What one operation costs and who pays what. The law: {@code paid + owed = arrives + fee}.
 *
 * <p>The rule, in this order: percentage and fixed sum are added exactly; the sum is held within
 * the tariff's least and most; it is rounded once, half up, to the step in which the method takes
 * amounts. So nothing is lost between two roundings, and what is added on top can be paid.
 *
 * @param paid what the payer pays
 * @param arrives what the wallet or the company gets
 * @param fee the commission
 * @param owed the part of the fee that the company owes beside the operation
 */
public record Commission(Money paid, Money arrives, Money fee, Money owed) {

  /** In steps of one minor unit. */
  public static Commission of(Tariff tariff, Money amount) {
    return of(tariff, amount, 1);
  }

  /**
   * The commission on an amount.
   *
   * @param step the fee is a multiple of this many minor units
   * @throws IllegalArgumentException when tariff and amount are of different currencies
   * @throws ArithmeticException when the sum is no longer a number of minor units
   */
  public static Commission of(Tariff tariff, Money amount, long step) {
    var fee = fee(tariff, amount, step);
    var nothing = Money.zero(amount.currency());
    return switch (tariff.bearer()) {
      case PAYER -> new Commission(amount.plus(fee), amount, fee, nothing);
      case RECEIVER -> new Commission(amount, amount.minus(fee), fee, nothing);
      case COMPANY -> new Commission(amount, amount, fee, fee);
    };
  }

  /**
   * Where the company itself receives: what it owes beside the operation and what is deducted from
   * it are one thing, and so nobody has to look into its balance.
   */
  public Commission forTheCompany() {
    return new Commission(paid, arrives.minus(owed), fee, Money.zero(fee.currency()));
  }

  /**
   * Where the company itself pays, as it does for a payout: what it owes beside the operation and
   * what is added on top are one thing.
   */
  public Commission byTheCompany() {
    return new Commission(paid.plus(owed), arrives, fee, Money.zero(fee.currency()));
  }

  /** Whether anything arrives: what is deducted whole, or more, must be refused beforehand. */
  public boolean leavesSomething() {
    return arrives.isPositive();
  }

  private static Money fee(Tariff tariff, Money amount, long step) {
    if (!tariff.currency().equals(amount.currency())) {
      throw new IllegalArgumentException(tariff.currency() + " tariff on " + amount.code());
    }
    var exact = tariff.percent().of(amount.minor()).add(minor(tariff.fixed()));
    var held = exact.max(minor(tariff.least()));
    if (tariff.most() != null) held = held.min(minor(tariff.most()));

    var size = BigDecimal.valueOf(step);
    var rounded = held.divide(size, 0, HALF_UP).multiply(size);
    return new Money(rounded.longValueExact(), amount.currency());
  }

  private static BigDecimal minor(Money money) {
    return BigDecimal.valueOf(money.minor());
  }
}

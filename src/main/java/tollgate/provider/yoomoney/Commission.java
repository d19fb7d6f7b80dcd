package tollgate.provider.yoomoney;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tollgate.money.Money;
import tollgate.tenant.Gateway;

/**
 * What YooMoney keeps of a payment (A.1): it is told how much came in, and not always how much was
 * paid. Rates change, so the gateway's fields {@code commission_wallet} and {@code commission_card}
 * are decimals such as 0.01.
 */
final class Commission {

  private static final String WALLET_USUAL = "0.01";
  private static final String CARD_USUAL = "0.03";

  private Commission() {}

  /** Whether this much is what comes in when the agreed sum is paid, give or take a kopeck. */
  static boolean isOf(Money agreed, Money received, boolean byCard, Gateway gateway) {
    var least = expected(agreed, byCard, gateway).minus(new Money(1, agreed.currency()));
    return received.compareTo(least) >= 0 && received.compareTo(agreed) <= 0;
  }

  static Money expected(Money agreed, boolean byCard, Gateway gateway) {
    var sum = BigDecimal.valueOf(agreed.minor());
    var received =
        byCard
            ? sum.multiply(BigDecimal.ONE.subtract(rate("commission_card", CARD_USUAL, gateway)))
            : sum.divide(
                BigDecimal.ONE.add(rate("commission_wallet", WALLET_USUAL, gateway)),
                0,
                RoundingMode.HALF_UP);
    return new Money(
        received.setScale(0, RoundingMode.HALF_UP).longValueExact(), agreed.currency());
  }

  private static BigDecimal rate(String name, String usual, Gateway gateway) {
    return new BigDecimal(gateway.fields().getOrDefault(name, usual));
  }
}

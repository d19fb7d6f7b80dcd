package tollgate.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Deal;
import tollgate.payment.Exchange;
import tollgate.tenant.Activation;
import tollgate.tenant.Commission;
import tollgate.tenant.Project;
import tollgate.tenant.Tenants;

/** On what terms what was admitted is accepted: what it costs, and in what it is charged. */
record Deals(Tenants tenants, Project project, Activation activation) {

  /** The amount as asked for; throws {@link GateRefusal} when it cannot be in this currency. */
  Money amount(SaleRequest sale) {
    return Admission.money(project, sale.amount(), sale.currency());
  }

  /**
   * What counts now is what was agreed, whatever is configured later. Throws {@link GateRefusal}
   * where no rate holds, or the sum could not be told any more.
   */
  Deal of(SaleRequest sale, Money amount, Instant at) {
    return of(sale.wallet() != null, amount, at);
  }

  /** The same, where it is known whether a wallet is topped up. */
  Deal of(boolean topUp, Money amount, Instant at) {
    var gateway = activation.gateway().number();
    var late = tenants.lateSuccess(project.id(), gateway);
    var isCharged = amount.currency().equals(activation.method().currency());
    try {
      var commission = commission(topUp, amount, isCharged ? activation.method().step() : 1);
      var exchange = isCharged ? null : exchange(commission.paid(), at);
      var charged = exchange == null ? commission.paid() : exchange.charged();
      if (Math.max(commission.paid().minor(), charged.minor()) < Fields.INTEGER_END) {
        return new Deal(commission, exchange, late);
      }
    } catch (ArithmeticException beyondCounting) {
      throw tooLarge();
    }
    throw tooLarge();
  }

  /** Of a payout, which is in the method's own currency; the company pays what it owes with it. */
  Deal ofPayout(Money amount) {
    try {
      var commission = activation.commission(amount).byTheCompany();
      if (commission.paid().minor() < Fields.INTEGER_END) {
        return new Deal(commission, null, Deal.USUAL.late());
      }
    } catch (ArithmeticException beyondCounting) {
      throw tooLarge();
    }
    throw tooLarge();
  }

  /** Where the company itself receives, what it owes is deducted. */
  private Commission commission(boolean topUp, Money amount, long step) {
    var commission = Commission.of(activation.tariff(amount.currency()), amount, step);
    return topUp ? commission : commission.forTheCompany();
  }

  private @Nullable Exchange exchange(Money paid, Instant at) {
    var method = activation.method();
    var to = method.currency();
    var rate = tenants.rate(activation.gateway().number(), paid.currency(), to, at);
    if (rate != null) return Exchange.of(rate, paid, method.step());

    throw GateRefusal.of(
        400,
        Code.INVALID_CURRENCY,
        "payment.currency",
        "no rate from " + paid.code() + " to " + to.getCurrencyCode() + " holds now");
  }

  private static GateRefusal tooLarge() {
    return GateRefusal.of(
        400,
        Code.VALIDATION_ERROR,
        "payment.amount",
        "is too large with the commission, or in the currency charged");
  }
}

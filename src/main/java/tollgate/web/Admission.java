package tollgate.web;

import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Wallets;
import tollgate.ledger.WalletNumber;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.provider.Providers;
import tollgate.tenant.Activation;
import tollgate.tenant.Bounds;
import tollgate.tenant.Method;
import tollgate.tenant.Project;
import tollgate.tenant.Purpose;

/**
 * Whether a project may have the sale or the payout that it asks for. The method's limits are not
 * looked at here: beyond them either is taken and then declined.
 */
final class Admission {

  private final Providers providers;
  private final Wallets wallets;

  Admission(Providers providers, Wallets wallets) {
    this.providers = providers;
    this.wallets = wallets;
  }

  /** Throws {@link GateRefusal}. */
  Activation admit(Project project, String method, SaleRequest sale) {
    var activation = offer(project, method);
    var terms = activation.method();
    if (terms.topUpOnly() && sale.wallet() == null) {
      throw notAllowed("the method only tops up wallets: wallet.account_id is required");
    }
    if (sale.wallet() != null && !project.wallets()) {
      throw notAllowed("the project has no wallets");
    }
    var own = sale.currency().equals(terms.currency().getCurrencyCode());
    if (own || !terms.currency().equals(activation.gateway().terms().chargesIn())) {
      checkCurrency(project, terms, sale.currency());
    }
    if (own && sale.amount() % terms.step() != 0) {
      throw GateRefusal.of(
          400,
          Code.VALIDATION_ERROR,
          "payment.amount",
          "must be a multiple of " + terms.step() + " minor units");
    }
    return activation;
  }

  /** Throws {@link GateRefusal}. */
  Activation admitPayout(Project project, String method, PayoutRequest payout) {
    var activation = offer(project, method);
    var gateway = activation.gateway();
    var provider = providers.named(gateway.provider());
    var pays = provider != null && provider.payouts().isPresent();
    if (activation.method().payouts() == null || !pays) {
      throw notAllowed("the method does not pay out");
    }
    if (!gateway.terms().purposes().contains(Purpose.PAYOUT)) {
      throw notAllowed("the gateway is not for payouts");
    }
    checkCurrency(project, activation.method(), payout.currency());
    return activation;
  }

  /** What is asked for by its code; throws {@link GateRefusal} when the project cannot have it. */
  private Activation offer(Project project, String method) {
    if (providers.method(method) == null) {
      throw GateRefusal.of(404, Code.UNKNOWN_METHOD, "no such payment method");
    }
    var activation = project.offer(method);
    if (activation == null) throw notAllowed("the method is off for the project");

    return activation;
  }

  private static void checkCurrency(Project project, Method method, String currency) {
    if (!currency.equals(method.currency().getCurrencyCode())) {
      throw GateRefusal.of(
          400,
          Code.INVALID_CURRENCY,
          "payment.currency",
          "the method takes " + method.currency().getCurrencyCode());
    }
    money(project, 1, currency);
  }

  /** Throws {@link GateRefusal} when there is no such currency, or the project may not use it. */
  static Money money(Project project, long minor, String currency) {
    Money money;
    try {
      money = Money.of(minor, currency);
    } catch (IllegalArgumentException unknown) {
      throw GateRefusal.of(400, Code.INVALID_CURRENCY, "payment.currency", "is no currency");
    }
    if (project.terms().takes(money.currency())) return money;

    throw GateRefusal.of(
        403, Code.CURRENCY_DISABLED, "payment.currency", "is switched off for the project");
  }

  /** As the machine wants it; where nothing is allowed, whatever comes is declined. */
  static Payment.Range range(Optional<Bounds> bounds) {
    return bounds
        .map(both -> new Payment.Range(both.min(), both.max()))
        .orElse(new Payment.Range(Long.MAX_VALUE, 0));
  }

  /** Succeeds when the payment tops up no wallet, or one that is there. */
  Future<Void> wallet(Project project, @Nullable String number) {
    if (number == null) return Future.succeededFuture();
    if (!WalletNumber.isValid(number)) return Future.failedFuture(noWallet());

    return wallets
        .find(project.id(), number)
        .compose(
            found -> found.isEmpty() ? Future.failedFuture(noWallet()) : Future.succeededFuture());
  }

  private static GateRefusal notAllowed(String description) {
    return GateRefusal.of(403, Code.NOT_ALLOWED_FOR_PROJECT, description);
  }

  private static GateRefusal noWallet() {
    return GateRefusal.of(
        400, Code.VALIDATION_ERROR, "wallet.account_id", "is not a wallet of the project");
  }
}

package tollgate.web;

import io.vertx.core.Future;
import tollgate.engine.Wallets;
import tollgate.ledger.WalletNumber;
import tollgate.payment.Code;
import tollgate.provider.Providers;
import tollgate.tenant.Activation;
import tollgate.tenant.Project;

/**
 * Whether a project may have the sale that it asks for. The method's limits are not looked at here:
 * beyond them a sale is taken and then declined.
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
    if (providers.method(method) == null) {
      throw GateRefusal.of(404, Code.UNKNOWN_METHOD, "no such payment method");
    }
    var activation = project.offer(method);
    if (activation == null) throw notAllowed("the method is off for the project");

    var terms = activation.method();
    if (terms.topUpOnly() && sale.wallet() == null) {
      throw notAllowed("the method only tops up wallets: wallet.account_id is required");
    }
    if (sale.wallet() != null && !project.wallets()) {
      throw notAllowed("the project has no wallets");
    }
    if (!sale.currency().equals(terms.currency().getCurrencyCode())) {
      throw GateRefusal.of(
          400,
          Code.INVALID_CURRENCY,
          "payment.currency",
          "the method takes " + terms.currency().getCurrencyCode());
    }
    if (sale.amount() % terms.step() != 0) {
      throw GateRefusal.of(
          400,
          Code.VALIDATION_ERROR,
          "payment.amount",
          "must be a multiple of " + terms.step() + " minor units");
    }
    return activation;
  }

  /** Succeeds when the sale tops up no wallet, or one that is there. */
  Future<Void> wallet(Project project, SaleRequest sale) {
    var number = sale.wallet();
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

package tollgate.web;

import java.time.InstantSource;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Deal;
import tollgate.payment.Payment;
import tollgate.payment.Sale;
import tollgate.payment.Terms;
import tollgate.payment.Timetable;
import tollgate.tenant.Project;

/**
 * Sales that a customer's wallet pays. The method is ours and needs no gateway: it is there
 * wherever the project has wallets, in any currency, and decided at once.
 */
final class Spending {

  static final String METHOD = "wallet";

  /** Of no gateway: the Gate wire's {@code operation.provider.id}. */
  private static final long NO_GATEWAY = 0;

  private static final Payment.Range ANY = new Payment.Range(1, Long.MAX_VALUE);

  /** Never waited for; a payment has to have one. */
  private static final Timetable AT_ONCE = new Timetable(60, 60);

  private Spending() {}

  /** Throws {@link GateRefusal}. */
  static Opens.Wanted admit(Project project, SaleRequest sale, InstantSource clock) {
    if (!project.terms().on() || !project.wallets()) {
      throw GateRefusal.of(403, Code.NOT_ALLOWED_FOR_PROJECT, "the project has no wallets");
    }
    if (sale.wallet() == null) {
      throw GateRefusal.of(400, Code.FIELD_MISSING, "wallet.account_id", "is required");
    }
    var amount = Admission.money(project, sale.amount(), sale.currency());
    return (id, requestId) -> Sale.open(id, terms(requestId, sale, amount), ANY, clock.instant());
  }

  private static Terms terms(String requestId, SaleRequest sale, Money amount) {
    return new Terms(
        sale.paymentId(),
        requestId,
        sale.customer(),
        METHOD,
        NO_GATEWAY,
        amount,
        null,
        sale.wallet(),
        null,
        Deal.USUAL,
        AT_ONCE,
        sale.details());
  }
}

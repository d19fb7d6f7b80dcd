package tollgate.simulation;

import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Effect.CANCEL_AT_PROVIDER;
import static tollgate.payment.Effect.MAIL_LINK;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.NOTIFY_INTERMEDIATE;
import static tollgate.payment.Effect.NOTIFY_LATE;
import static tollgate.payment.Effect.NOTIFY_LINK_MAILED;
import static tollgate.payment.Effect.NOTIFY_LINK_OPENED;
import static tollgate.payment.Effect.REFUND_AT_PROVIDER;
import static tollgate.payment.Effect.REFUND_LATE;

import java.util.HashSet;
import java.util.Set;
import tollgate.payment.Code;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.simulation.dialect.Dialects;
import tollgate.tenant.LateSuccess;

/** What is not done yet must still be written down as a duty. */
final class Duties {

  private record Key(Payment.Id operation, Effect effect) {}

  private final World world;
  private final Auditor auditor;
  private final Set<Key> left = new HashSet<>();

  Duties(World world, Auditor auditor) {
    this.world = world;
    this.auditor = auditor;
  }

  void audit() {
    left.clear();
    for (var duty : world.store().duties()) left.add(new Key(duty.payment(), duty.effect()));
    for (var stored : world.store().allPayments()) audit(stored.payment());
  }

  private void audit(Payment payment) {
    var id = payment.id();
    if (!payment.isOpen()) auditFinal(payment, id);
    if (payment.state() instanceof AwaitingCustomer && !isOfLink(payment)) {
      auditor.expect(isToldOrLeft(id, NOTIFY_INTERMEDIATE), "I9 redirect lost", payment);
    }
    switch (payment) {
      case Sale sale -> audit(sale);
      case Payout payout -> audit(payout);
      case Link link -> audit(link);
    }
  }

  /** Whoever is on a link's page is sent on by it, and the merchant need not do it. */
  private static boolean isOfLink(Payment payment) {
    return payment.terms().details().invoice() != null;
  }

  private void audit(Link link) {
    if (!(link.state() instanceof Offered offered)) return;

    var id = link.id();
    var isMailDue = link.invoice().mailTo() != null && !offered.mailed();
    if (isMailDue) auditor.expect(isLeft(id, MAIL_LINK), "I9 mail lost", link);
    if (!Auditor.isTold(link)) return;

    auditor.expect(isToldOrLeft(id, NOTIFY_LINK_OPENED), "I9 link webhook lost", link);
    var isToldMailed = !offered.mailed() || isToldOrLeft(id, NOTIFY_LINK_MAILED);
    auditor.expect(isToldMailed, "I9 link webhook lost", link);
  }

  private void audit(Sale sale) {
    var id = sale.id();
    if (sale.state().equals(new Processing(false)) && !world.provider().known().contains(id)) {
      auditor.expect(isLeft(id, CALL_PROVIDER), "I9 call lost", sale);
    }
    var isOverdue = sale.state().equals(new Declined(Code.AUTO_DECLINE));
    if (isOverdue && world.provider().isCancellable(sale)) {
      auditor.expect(isLeft(id, CANCEL_AT_PROVIDER), "I9 cancel lost", sale);
    }
    if (sale.state() instanceof PaidLate late) audit(sale, late);
    for (var refund : sale.refunds()) audit(sale, refund);
  }

  private void audit(Sale sale, PaidLate late) {
    var id = sale.id();
    var goesBack =
        sale.terms().deal().late() == LateSuccess.REFUND
            && sale.refunds().isEmpty()
            && Dialects.of(sale).givesBack();
    if (goesBack) auditor.expect(isLeft(id, REFUND_LATE), "I9 late refund lost", sale);
    if (!late.credited() || !Auditor.isTold(sale)) return;

    auditor.expect(isToldOrLeft(id, NOTIFY_LATE), "I9 late webhook lost", sale);
  }

  private void audit(Sale sale, Refund refund) {
    var id = new Payment.Id(sale.id().project(), refund.operation());
    if (refund.isInFlight()) auditor.expect(isLeft(id, REFUND_AT_PROVIDER), "I9 refund lost", sale);
    else auditFinal(sale, id);
  }

  private void audit(Payout payout) {
    if (!(payout.state() instanceof Processing)) return;

    auditor.expect(isLeft(payout.id(), CALL_PROVIDER), "I9 payout lost", payout);
  }

  private void auditFinal(Payment payment, Payment.Id operation) {
    if (!Auditor.isTold(payment)) return;

    auditor.expect(isToldOrLeft(operation, NOTIFY_FINAL), "I9 final webhook lost", payment);
  }

  private boolean isToldOrLeft(Payment.Id operation, Effect notice) {
    return world.merchants().heard(operation, notice) != null || isLeft(operation, notice);
  }

  private boolean isLeft(Payment.Id operation, Effect effect) {
    return left.contains(new Key(operation, effect));
  }
}

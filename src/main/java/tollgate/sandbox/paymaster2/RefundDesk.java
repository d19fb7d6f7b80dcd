package tollgate.sandbox.paymaster2;

import java.util.Optional;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.SandboxParts;

/** The life of refunds: never more than was taken, at once unless a fault says otherwise (2.2). */
final class RefundDesk {

  private final SandboxParts parts;
  private final Invoices invoices;

  RefundDesk(SandboxParts parts, Invoices invoices) {
    this.parts = parts;
    this.invoices = invoices;
  }

  /** A refund, and the payment that it is of. */
  record Found(Invoice invoice, InvoiceRefund refund) {}

  ApiReply refund(Invoice known, String key, long minorUnits, Faults faults) {
    var made = new InvoiceRefund[1];
    var change =
        invoices
            .memory()
            .change(
                known.id(),
                kept -> {
                  if (!kept.isSettled() || minorUnits > kept.left()) return kept;

                  var id = "R" + kept.id() + (kept.state().refunds().size() + 1);
                  made[0] = new InvoiceRefund(id, key, minorUnits, fate(minorUnits, faults));
                  return kept.with(made[0]);
                });
    if (change.isEmpty() || made[0] == null) {
      return ApiReply.impossible("The payment cannot be refunded by this amount.");
    }
    follow(known.id(), made[0], faults);
    return ApiReply.ok(Messages.refund(change.get().after(), made[0]));
  }

  private static RefundStatus fate(long minorUnits, Faults faults) {
    var denied = faults.has(Fault.DENY) || MagicAmount.of(minorUnits) == MagicAmount.DECLINES;
    if (denied) return RefundStatus.REJECTED;

    return faults.has(Fault.PROCESSING) ? RefundStatus.PENDING : RefundStatus.SUCCESS;
  }

  private void follow(String invoice, InvoiceRefund refund, Faults faults) {
    if (refund.status() == RefundStatus.SUCCESS) invoices.totals().refunded(refund.minorUnits());
    if (refund.status() != RefundStatus.PENDING) return;

    parts.timers().after(faults.value(Fault.PROCESSING), () -> succeed(invoice, refund));
  }

  private void succeed(String invoice, InvoiceRefund refund) {
    invoices.memory().change(invoice, kept -> kept.with(refund.in(RefundStatus.SUCCESS)));
    invoices.totals().refunded(refund.minorUnits());
  }

  /** By its id, which begins with that of its payment. */
  Optional<Found> find(Paymaster2Account account, String id) {
    if (id.length() < 10) return Optional.empty();

    return invoices
        .find(account, id.substring(1, 9))
        .flatMap(kept -> kept.refund(id).map(refund -> new Found(kept, refund)));
  }
}

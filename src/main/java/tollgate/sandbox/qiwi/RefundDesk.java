package tollgate.sandbox.qiwi;

import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.SandboxParts;

/**
 * Refunds (§3, §7): once under an id, never more than was paid, at once unless a fault or the
 * amount says otherwise. The protocol knows none that waits, so an unfinished one is a call that
 * fails.
 */
final class RefundDesk {

  /** What became of a refund that was asked for. */
  enum Outcome {
    DONE,
    NOT_PAID,
    WRONG_AMOUNT,
    DENIED,
    UNFINISHED
  }

  private final SandboxParts parts;
  private final Qiwi qiwi;

  RefundDesk(SandboxParts parts, Qiwi qiwi) {
    this.parts = parts;
    this.qiwi = qiwi;
  }

  Outcome refund(QiwiBill known, String refundId, QiwiSum wanted, Faults faults) {
    var outcome = settle(known, refundId, wanted, faults);
    if (outcome == Outcome.UNFINISHED && faults.has(Fault.PROCESSING)) {
      parts
          .timers()
          .after(
              faults.value(Fault.PROCESSING), () -> settle(known, refundId, wanted, Faults.NONE));
    }
    return outcome;
  }

  private Outcome settle(QiwiBill known, String refundId, QiwiSum wanted, Faults faults) {
    var outcome = new Outcome[1];
    var change =
        qiwi.memory()
            .change(
                known.id(),
                bill -> {
                  outcome[0] = judge(bill, refundId, wanted, faults);
                  var isNew = bill.refund(refundId).isEmpty();
                  return outcome[0] == Outcome.DONE && isNew
                      ? bill.refunded(made(bill, refundId, wanted))
                      : bill;
                })
            .orElseThrow();
    if (change.happened() && wanted.isRouble()) qiwi.totals().refunded(wanted.minorUnits());
    return outcome[0];
  }

  private static Outcome judge(QiwiBill bill, String refundId, QiwiSum wanted, Faults faults) {
    if (bill.status() != QiwiStatus.PAID) return Outcome.NOT_PAID;

    var before = bill.refund(refundId);
    if (before.isPresent()) {
      return before.get().sum().equals(wanted) ? Outcome.DONE : Outcome.WRONG_AMOUNT;
    }
    var fits =
        wanted.currency().equals(bill.order().sum().currency())
            && wanted.minorUnits() <= bill.left();
    return fits ? fate(wanted, faults) : Outcome.WRONG_AMOUNT;
  }

  /** Of a refund that could be made. */
  private static Outcome fate(QiwiSum wanted, Faults faults) {
    var magic = MagicAmount.of(wanted.minorUnits());
    if (faults.has(Fault.DENY) || magic == MagicAmount.DECLINES) return Outcome.DENIED;

    var isUnfinished = faults.has(Fault.PROCESSING) || magic == MagicAmount.NEVER_ANSWERS;
    return isUnfinished ? Outcome.UNFINISHED : Outcome.DONE;
  }

  private QiwiRefund made(QiwiBill bill, String refundId, QiwiSum sum) {
    return new QiwiRefund(refundId, sum, parts.clock().instant(), sum.minorUnits() == bill.left());
  }
}

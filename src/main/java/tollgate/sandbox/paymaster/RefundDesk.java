package tollgate.sandbox.paymaster;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.SandboxParts;

/** Refunds: one that is asked for twice is given twice, as at the real one (1.6). */
final class RefundDesk {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

  private final SandboxParts parts;
  private final Bills bills;

  RefundDesk(SandboxParts parts, Bills bills) {
    this.parts = parts;
    this.bills = bills;
  }

  JsonObject refund(Bill known, String externalId, String amount, Faults faults) {
    if (!AMOUNT.matcher(amount).matches()) return RestReply.error(RestReply.BAD_AMOUNT);

    var minorUnits = new BigDecimal(amount).movePointRight(2).longValueExact();
    var made = new BillRefund[1];
    bills
        .memory()
        .change(
            known.id(),
            kept -> {
              if (!kept.isComplete() || minorUnits < 1 || minorUnits > kept.left()) return kept;

              var id = Long.parseLong(kept.id()) * 100 + kept.state().refunds().size();
              made[0] = new BillRefund(id, externalId, minorUnits, fate(minorUnits, faults));
              return kept.with(made[0]);
            });
    if (made[0] == null) return RestReply.error(RestReply.BAD_AMOUNT);

    follow(known.id(), made[0], faults);
    return RestReply.ok("Refund", made[0].told(known.id()));
  }

  private static BillRefund.Status fate(long minorUnits, Faults faults) {
    if (faults.has(Fault.DENY) || MagicAmount.of(minorUnits) == MagicAmount.DECLINES) {
      return BillRefund.Status.FAILURE;
    }
    return faults.has(Fault.PROCESSING) ? BillRefund.Status.PENDING : BillRefund.Status.SUCCESS;
  }

  private void follow(String bill, BillRefund refund, Faults faults) {
    if (refund.status() == BillRefund.Status.SUCCESS) bills.totals().refunded(refund.minorUnits());
    if (refund.status() != BillRefund.Status.PENDING) return;

    parts.timers().after(faults.value(Fault.PROCESSING), () -> succeed(bill, refund));
  }

  private void succeed(String bill, BillRefund refund) {
    bills.memory().change(bill, kept -> kept.with(refund.in(BillRefund.Status.SUCCESS)));
    bills.totals().refunded(refund.minorUnits());
  }
}

package tollgate.sandbox.midtrans;

import io.vertx.core.Future;
import java.util.concurrent.ThreadLocalRandom;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.SandboxParts;

/** The life of refunds at the simulated Midtrans: judged, made, confirmed, told (§8). */
final class RefundBook {

  /** Eighteen digits (3.13). */
  private static final long CHARGEBACK_ID_MIN = 100_000_000_000_000_000L;

  private final SandboxParts parts;
  private final Gopay gopay;

  RefundBook(SandboxParts parts, Gopay gopay) {
    this.parts = parts;
    this.gopay = gopay;
  }

  /** What became of a refund that was asked for; the rules in the order in which they are asked. */
  enum Outcome {
    KEY_USED,
    WRONG_STATE,
    WRONG_AMOUNT,
    DONE
  }

  record Refunded(Outcome outcome, GopayTransaction gopay) {}

  /** Gives money back, never more than was taken, once under its key (8.4, 8.8). */
  Refunded refund(GopayTransaction known, RefundRequest request) {
    var outcome = new Outcome[] {Outcome.DONE};
    var kept =
        gopay
            .memory()
            .change(
                known.id(),
                now -> {
                  outcome[0] = judge(now, request);
                  return outcome[0] == Outcome.DONE ? now.refunded(made(now, request)) : now;
                })
            .orElseThrow()
            .after();
    if (outcome[0] == Outcome.DONE) gopay.totals().refunded(request.amount(kept) * 100);
    return new Refunded(outcome[0], kept);
  }

  private static Outcome judge(GopayTransaction kept, RefundRequest request) {
    if (kept.hasRefund(request.key())) return Outcome.KEY_USED;
    if (!kept.isPaid() || kept.left() == 0) return Outcome.WRONG_STATE;

    var amount = request.amount(kept);
    return amount <= 0 || amount > kept.left() ? Outcome.WRONG_AMOUNT : Outcome.DONE;
  }

  private GopayRefund made(GopayTransaction kept, RefundRequest request) {
    return new GopayRefund(
        request.key(),
        request.amount(kept),
        request.reason(),
        ThreadLocalRandom.current().nextLong(CHARGEBACK_ID_MIN, 10 * CHARGEBACK_ID_MIN),
        parts.clock().instant(),
        null);
  }

  /**
   * Tells of a refund twice: without and with the bank's word (8.11). The result succeeds after the
   * first attempts of what is told at once.
   */
  Future<Void> tell(GopayTransaction kept, String key, Faults faults) {
    if (faults.has(Fault.REORDER)) {
      return confirm(kept.id(), key, faults).compose(_ -> gopay.tell(kept, faults));
    }
    var told = gopay.tell(kept, faults);
    told.onSuccess(_ -> confirmLater(kept.id(), key, faults));
    return told;
  }

  private void confirmLater(String id, String key, Faults faults) {
    parts
        .timers()
        .after(
            faults.value(Fault.PROCESSING),
            () -> {
              var _ = confirm(id, key, faults);
            });
  }

  private Future<Void> confirm(String id, String key, Faults faults) {
    return gopay
        .memory()
        .change(id, kept -> kept.confirmed(key, parts.clock().instant()))
        .map(change -> gopay.tell(change.after(), faults))
        .orElseGet(Future::succeededFuture);
  }
}

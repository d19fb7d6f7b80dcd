package tollgate.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.NOTIFY_INTERMEDIATE;
import static tollgate.payment.Effect.NOTIFY_LATE;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.engine.MemoryStore.Committed;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.Payout;
import tollgate.payment.Sale;

/** Reads every commit once, in order, and asks whether it was allowed. */
final class Journal {

  private final World world;
  private final Auditor auditor;
  private final Moves moves;
  private final LinkJournal links;
  private final Map<Payment.Id, Payment> last = new HashMap<>();
  private int read;

  Journal(World world, Auditor auditor) {
    this.world = world;
    this.auditor = auditor;
    moves = new Moves(world, auditor);
    links = new LinkJournal(world, auditor);
  }

  void read() {
    var all = world.store().journal();
    for (; read < all.size(); read++) read(all.get(read));
    links.auditAnswers();
  }

  private void read(Committed commit) {
    var change = commit.change();
    var after = change.after();
    var before = last.put(after.id(), after);
    var told = change.before();
    if (before == null) {
      auditor.expect(told == null, "I6 a change of nothing", change);
    } else {
      auditor.expect(
          told != null && before.equals(told.payment()), "I6 written over unread", change);
      auditor.expect(isPath(before, after), "I6 no such path", change);
    }
    var isAgreed =
        before == null || before.terms().equals(after.terms()) || links.isChosen(before, after);
    auditor.expect(isAgreed, "I6 terms changed", change);
    links.read(before, commit);
    if (before != null) auditRefunds(before, change);
    moves.audit(before, change);
    auditNotices(before, change);
    auditTime(before, commit);
  }

  /** Several events may meet in one commit, so steps may be skipped and never taken back. */
  private static boolean isPath(Payment before, Payment after) {
    var from = before.state();
    var to = after.state();
    if (!before.refunds().equals(after.refunds()) && from.equals(to)) return true;

    return switch (from) {
      case Offered offered -> !offered.mailed() || !to.equals(new Offered(false));
      case Processing p -> !p.inDoubt() || !to.equals(new Processing(false));
      case AwaitingCustomer _ -> !(to instanceof Processing || to instanceof Failed);
      case WithProvider _ ->
          !(to instanceof Processing || to instanceof AwaitingCustomer || to instanceof Failed);
      case Declined declined -> to instanceof PaidLate late && late.code() == declined.code();
      case Failed failed -> to instanceof PaidLate late && late.code() == failed.code();
      case PaidLate late -> to.equals(new PaidLate(late.code(), late.paid(), true));
      case Succeeded _ -> false;
    };
  }

  /** A refund stays, and ends once. */
  private void auditRefunds(Payment before, Change change) {
    for (var was : before.refunds()) {
      var is = change.after().refund(was.operation());
      auditor.expect(is != null && is.wish().equals(was.wish()), "I6 a refund is gone", change);
      if (is == null) continue;

      auditor.expect(is.amount().equals(was.amount()), "I6 another refund", change);
      auditor.expect(was.isInFlight() || is.equals(was), "I6 a refund ended twice", change);
    }
  }

  private void auditNotices(@Nullable Payment before, Change change) {
    var closes = !change.after().isOpen() && (before == null || before.isOpen()) ? 1 : 0;
    var wanted = Auditor.isTold(change.after()) ? closes + refundsEnded(before, change) : 0;
    var webhooks = change.webhooks().stream().filter(w -> w.effect() == NOTIFY_FINAL).count();
    var effects = change.tasks().stream().filter(t -> t.effect() == NOTIFY_FINAL).count();
    auditor.expect(webhooks == wanted && effects == wanted, "I8 told otherwise", change);
    var isCredited = isCredited(change.after()) && (before == null || !isCredited(before));
    var toldLate = change.webhooks().stream().filter(w -> w.effect() == NOTIFY_LATE).count();
    var wantedLate = isCredited && Auditor.isTold(change.after()) ? 1 : 0;
    auditor.expect(toldLate == wantedLate, "I8 late credit told otherwise", change);
    for (var webhook : change.webhooks()) {
      var text = new String(webhook.body(), UTF_8);
      var isRedirect = text.contains(" awaiting ");
      auditor.expect(
          webhook.effect() != NOTIFY_INTERMEDIATE || isRedirect,
          "I8 redirect without an address",
          text);
    }
  }

  /** By the database's clock: no decline before the limit, no success after it. */
  private void auditTime(@Nullable Payment before, Committed commit) {
    var after = commit.change().after();
    var limitAt = world.store().limitAt(after.id());
    if (after.state().equals(new Declined(Code.AUTO_DECLINE))) {
      auditor.expect(!commit.at().isBefore(limitAt), "I7 declined before its limit", commit);
      var isSent = after instanceof Payout && before != null && !isUnsent(before);
      auditor.expect(!isSent, "I13 returned on a guess", commit);
    }
    var isPaid = after instanceof Sale && after.state() instanceof Succeeded;
    var wasPaid = before != null && before.state() instanceof Succeeded;
    if (isPaid && !wasPaid && auditor.isSettledSince(limitAt)) {
      auditor.expect(
          !commit.at().isAfter(limitAt.plusSeconds(1)), "I7 paid after its limit", commit);
    }
  }

  private static boolean isCredited(Payment payment) {
    return payment.state() instanceof PaidLate late && late.credited();
  }

  private static long refundsEnded(@Nullable Payment before, Change change) {
    return change.after().refunds().stream()
        .filter(is -> !is.isInFlight())
        .filter(is -> {
          var was = before == null ? null : before.refund(is.operation());
          return was == null || was.isInFlight();
        })
        .count();
  }

  /** Closed payouts count too: they were decided before, or in the same step. */
  private static boolean isUnsent(Payment payout) {
    return !payout.isOpen() || payout.state().equals(new Processing(false));
  }
}

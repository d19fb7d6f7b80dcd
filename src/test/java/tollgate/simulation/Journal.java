package tollgate.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.NOTIFY_INTERMEDIATE;
import static tollgate.payment.Effect.NOTIFY_LATE;
import static tollgate.payment.Sales.beneficiary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.engine.MemoryStore.Committed;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;

/** Reads every commit once, in order, and asks whether it was allowed. */
final class Journal {

  private final World world;
  private final Auditor auditor;
  private final Map<Payment.Id, Payment> last = new HashMap<>();
  private int read;

  Journal(World world, Auditor auditor) {
    this.world = world;
    this.auditor = auditor;
  }

  void read() {
    var all = world.store().journal();
    for (; read < all.size(); read++) read(all.get(read));
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
      auditor.expect(isPath(before.state(), after.state()), "I6 no such path", change);
    }
    auditor.expect(
        before == null || before.terms().equals(after.terms()), "I6 terms changed", change);
    auditPostings(before, change);
    auditNotices(before, change);
    auditTime(commit);
  }

  /** Several events may meet in one commit, so steps may be skipped and never taken back. */
  private static boolean isPath(PaymentState from, PaymentState to) {
    return switch (from) {
      case Offered _ -> true;
      case Processing p -> !p.inDoubt() || !to.equals(new Processing(false));
      case AwaitingCustomer _ -> !(to instanceof Processing || to instanceof Failed);
      case WithProvider _ ->
          !(to instanceof Processing || to instanceof AwaitingCustomer || to instanceof Failed);
      case Declined declined -> to instanceof PaidLate late && late.code() == declined.code();
      case Failed failed -> to instanceof PaidLate late && late.code() == failed.code();
      case Succeeded _, PaidLate _ -> false;
    };
  }

  /** A credit belongs to the commit that makes the payment succeed, and to no other. */
  private void auditPostings(@Nullable Payment before, Change change) {
    var after = change.after();
    var was = before == null ? null : before.state();
    var expected =
        switch (after.state()) {
          case Succeeded s when !s.equals(was) -> split(Kind.SALE, after);
          case PaidLate late when !late.equals(was) && late.credited() -> {
            var all = split(Kind.LATE_CREDIT, after);
            all.addFirst(Kind.LATE_SUCCESS + " " + suspense(after, late) + " " + late.paid());
            yield all;
          }
          case PaidLate late when !late.equals(was) ->
              List.of(Kind.LATE_SUCCESS + " " + suspense(after, late) + " " + late.paid());
          case Succeeded _, PaidLate _, Declined _, Failed _ -> List.<String>of();
          case Offered _, Processing _, AwaitingCustomer _, WithProvider _ -> List.<String>of();
        };
    var posted = change.postings().stream().map(Journal::words).toList();
    auditor.expect(posted.equals(expected), "I5 credited otherwise", change);
    var taken =
        change.postings().stream()
            .filter(posting -> posting.debit() instanceof Account.Clearing)
            .map(Posting::amount)
            .reduce(Money::plus);
    auditor.expect(
        taken.isEmpty() || taken.equals(world.provider().took(after.id())),
        "I14 never taken",
        change);
  }

  /** Whoever bears the commission, it is earned with the sale and by no other commit. */
  private static List<String> split(Kind kind, Payment after) {
    var terms = after.terms();
    var all = new ArrayList<String>();
    all.add(kind + " " + beneficiary(after) + " " + terms.arrives());
    var commission = terms.deal().commission();
    if (commission == null) return all;

    var fees = new Account.Fees(after.id().project(), terms.amount().currency());
    all.add(Kind.FEE + " " + fees + " " + commission.fee());
    return all;
  }

  private void auditNotices(@Nullable Payment before, Change change) {
    var closes = !change.after().isOpen() && (before == null || before.isOpen());
    var wanted = closes && Auditor.isTold(change.after()) ? 1 : 0;
    var webhooks = change.webhooks().stream().filter(w -> w.effect() == NOTIFY_FINAL).count();
    var effects = change.tasks().stream().filter(t -> t.effect() == NOTIFY_FINAL).count();
    auditor.expect(webhooks == wanted && effects == wanted, "I8 told otherwise", change);
    var credited = change.after().state() instanceof PaidLate late && late.credited();
    var toldLate = change.webhooks().stream().filter(w -> w.effect() == NOTIFY_LATE).count();
    var wantedLate = credited && Auditor.isTold(change.after()) ? 1 : 0;
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
  private void auditTime(Committed commit) {
    var after = commit.change().after();
    var limitAt = world.store().limitAt(after.id());
    if (after.state().equals(new Declined(Code.AUTO_DECLINE))) {
      auditor.expect(!commit.at().isBefore(limitAt), "I7 declined before its limit", commit);
    }
    if (after.state() instanceof Succeeded && auditor.isSettledSince(limitAt)) {
      auditor.expect(
          !commit.at().isAfter(limitAt.plusSeconds(1)), "I7 paid after its limit", commit);
    }
  }

  private static Account suspense(Payment payment, PaidLate late) {
    return new Account.Suspense(payment.id().project(), late.paid().currency());
  }

  private static String words(Posting posting) {
    return posting.cause().kind() + " " + posting.credit() + " " + posting.amount();
  }
}

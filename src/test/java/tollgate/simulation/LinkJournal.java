package tollgate.simulation;

import static tollgate.payment.Effect.NOTIFY_LINK_MAILED;
import static tollgate.payment.Effect.NOTIFY_LINK_OPENED;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.engine.MemoryStore.Committed;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.Payout;
import tollgate.payment.Sale;
import tollgate.payment.Terms;

/**
 * What may become of a link: one sale, before the link's end and as somebody chose it there, or
 * nothing. What a merchant has taken back stays so.
 */
final class LinkJournal {

  /** Between two looks at the database a node may sleep for minutes. */
  private static final Duration ASLEEP_MAX = Duration.ofMinutes(10);

  private static final Duration LATE_MAX = Duration.ofSeconds(1);

  private final World world;
  private final Auditor auditor;
  private final Map<Payment.Id, Instant> ends = new HashMap<>();

  LinkJournal(World world, Auditor auditor) {
    this.world = world;
    this.auditor = auditor;
  }

  void read(@Nullable Payment before, Committed commit) {
    var change = commit.change();
    auditor.expect(isSameKind(before, change.after()), "I6 became something else", change);
    if (before == null && change.after() instanceof Link link) {
      ends.put(link.id(), commit.at().plusSeconds(link.terms().timetable().limit()));
    }
    if (before instanceof Link && change.after() instanceof Sale) auditTime(commit);
    if (change.after() instanceof Link link) auditNotices(before, link, change);
  }

  /** Whether these are the terms of a link with what somebody has chosen there. */
  boolean isChosen(Payment before, Payment after) {
    return before instanceof Link
        && after instanceof Sale
        && world.merchants().links().customers().chosen(before.id()).stream()
            .anyMatch(choice -> with(before.terms(), choice).equals(after.terms()));
  }

  /** What merchants have heard must be so, and remain so. */
  void auditAnswers() {
    var links = world.merchants().links();
    for (var id : links.takenBack()) {
      auditor.expect(isTakenBack(id), "I11 taken back and not kept", id);
    }
    for (var id : links.notTakenBack()) {
      auditor.expect(!isTakenBack(id), "I11 taken back all the same", id);
    }
  }

  /** A sale may be declined under the same code. */
  private boolean isTakenBack(Payment.Id id) {
    var payment = world.store().payment(id).orElseThrow().payment();
    return payment instanceof Link link && link.state().equals(Link.WITHDRAWN);
  }

  private static boolean isSameKind(@Nullable Payment before, Payment after) {
    return switch (before) {
      case null -> true;
      case Link link -> link.isOpen() && !(after instanceof Payout);
      case Sale _ -> after instanceof Sale;
      case Payout _ -> after instanceof Payout;
    };
  }

  private void auditTime(Committed commit) {
    var end = Objects.requireNonNull(ends.get(commit.change().after().id()));
    var patience = auditor.isSettledSince(end) ? LATE_MAX : ASLEEP_MAX;
    var inTime = !commit.at().isAfter(end.plus(patience));
    auditor.expect(inTime, "I7 confirmed after its end", commit);
  }

  private void auditNotices(@Nullable Payment before, Link link, Change change) {
    var isTold = Auditor.isTold(link);
    auditCount(change, NOTIFY_LINK_OPENED, isTold && before == null);
    var isMailed = link.state().equals(new Offered(true));
    var wasMailed = before != null && before.state().equals(new Offered(true));
    if (link.isOpen()) auditCount(change, NOTIFY_LINK_MAILED, isTold && isMailed && !wasMailed);
  }

  private void auditCount(Change change, Effect effect, boolean wanted) {
    var count = change.webhooks().stream().filter(w -> w.effect() == effect).count();
    auditor.expect(count == (wanted ? 1 : 0), "I8 link told otherwise", change);
  }

  private static Terms with(Terms link, Link.Choice choice) {
    return new Terms(
        link.paymentId(),
        link.requestId(),
        link.customer(),
        choice.method(),
        choice.gateway(),
        link.amount(),
        link.wallet(),
        link.payer(),
        link.account(),
        choice.deal(),
        choice.timetable(),
        link.details());
  }
}

package tollgate.sandbox.touchngo;

import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.touchngo.TouchngoTransaction.Kind;

/** The life of a payment at the simulated provider: arrived, played, cancelled. */
final class Touchngo {

  private final SandboxParts parts;
  private final TouchngoBook book;

  Touchngo(SandboxParts parts, TouchngoBook book) {
    this.parts = parts;
    this.book = book;
  }

  Optional<TouchngoTransaction> find(TouchngoAccount account, String transNum) {
    return book.find(account, transNum, Kind.SALE);
  }

  Optional<TouchngoTransaction> byId(String id) {
    return book.memory().byId(id).filter(kept -> kept.order().kind() == Kind.SALE);
  }

  /** A form arrives. Empty if this reference was used with other values (§3). */
  Optional<TouchngoTransaction> arrive(TouchngoAccount account, Form form, Faults faults) {
    var order = new TouchngoTransaction.Order(Kind.SALE, form.get("TransNum"), form, faults);
    var fresh = book.fresh(account, order, TouchngoStatus.WAITING);
    if (!book.add(fresh)) {
      return find(account, order.transNum()).filter(old -> old.order().form().equals(form));
    }
    book.totals().made();
    parts.play(faults.autoplay(account.autoplay()), action -> play(fresh.id(), action));
    return Optional.of(fresh);
  }

  /**
   * Cancels, or remembers that a form which may still arrive must be refused (§5.2 to §5.5). Empty
   * if the reference is that of a payout.
   */
  Optional<TouchngoTransaction> cancel(TouchngoAccount account, String transNum) {
    var order = new TouchngoTransaction.Order(Kind.SALE, transNum, Form.empty(), Faults.NONE);
    var never = book.fresh(account, order, TouchngoStatus.NEVER_ARRIVED);
    if (book.add(never)) return Optional.of(never);

    return find(account, transNum)
        .flatMap(kept -> book.end(kept.id(), TouchngoStatus.BY_MERCHANT))
        .map(Played::after);
  }

  /** The customer does something; empty if the payment is not known. */
  Optional<Played<TouchngoTransaction>> play(String id, Action action) {
    return byId(id)
        .flatMap(kept ->
            switch (MagicAmount.of(kept.order().minorUnits()).outcome(action)) {
              case PAID -> pay(kept);
              case DECLINED -> book.end(id, TouchngoStatus.failed(30));
              case CANCELLED -> book.end(id, TouchngoStatus.BY_CUSTOMER);
              case TIMED_OUT -> book.end(id, TouchngoStatus.WALLET_SILENT);
              case NOTHING -> book.step(id, same -> same);
            });
  }

  private Optional<Played<TouchngoTransaction>> pay(TouchngoTransaction kept) {
    var faults = kept.order().faults();
    if (faults.has(Fault.DENY)) {
      return book.end(kept.id(), TouchngoStatus.failed(faults.value(Fault.DENY)));
    }
    if (faults.has(Fault.LATE)) return payLate(kept.id(), faults.value(Fault.LATE));
    if (!faults.has(Fault.PROCESSING)) return book.end(kept.id(), TouchngoStatus.PAID);

    var confirmed = book.end(kept.id(), TouchngoStatus.PROCESSING);
    confirmed
        .filter(played -> played.change().happened())
        .ifPresent(
            _ -> parts.timers().after(faults.value(Fault.PROCESSING), () -> settle(kept.id())));
    return confirmed;
  }

  private void settle(String id) {
    book.step(id, kept -> kept.isProcessing() ? book.in(kept, TouchngoStatus.PAID) : kept);
  }

  /** A time-out first, and the money after all (§4.3). */
  private Optional<Played<TouchngoTransaction>> payLate(String id, long afterMillis) {
    var late = book.end(id, TouchngoStatus.WALLET_SILENT);
    late.filter(played -> played.change().happened())
        .ifPresent(_ -> parts.timers().after(afterMillis, () -> confirmLate(id)));
    return late;
  }

  private void confirmLate(String id) {
    book.step(id, kept -> kept.hasTimedOut() ? book.in(kept, TouchngoStatus.PAID) : kept);
  }
}

package tollgate.sandbox.touchngo;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.touchngo.TouchngoTransaction.Kind;

/**
 * The life of a payout at the simulated provider (§10): taken once for each reference, and then
 * executed by itself, unless a person was asked to.
 */
final class Payouts {

  private static final long ABOVE_LIMIT = 32;

  /** What makes a repeated reference another payout (§10, 409). */
  private static final List<String> ORDERED =
      List.of("Amount", "Currency", "Account", "MerchantData");

  private final SandboxParts parts;
  private final TouchngoBook book;

  Payouts(SandboxParts parts, TouchngoBook book) {
    this.parts = parts;
    this.book = book;
  }

  /**
   * A payout as it stood when the message was answered.
   *
   * @param told when the callbacks are over that this message set off
   */
  record Taken(TouchngoTransaction payout, Future<Void> told) {}

  Optional<TouchngoTransaction> find(TouchngoAccount account, String transNum) {
    return book.find(account, transNum, Kind.PAYOUT);
  }

  /** The latest, newest first. */
  List<TouchngoTransaction> latest(int atMost) {
    return book.memory().latest(kept -> kept.order().kind() == Kind.PAYOUT, atMost);
  }

  /** Takes it, or finds it taken. Empty if this reference was used otherwise. */
  Optional<Taken> take(TouchngoAccount account, Form form, Faults faults) {
    var order = new TouchngoTransaction.Order(Kind.PAYOUT, form.get("TransNum"), form, faults);
    var fresh = book.fresh(account, order, TouchngoStatus.PROCESSING);
    if (!book.add(fresh)) {
      return find(account, order.transNum())
          .filter(old -> isSame(old.order().form(), form))
          .map(old -> new Taken(old, Future.succeededFuture()));
    }
    book.totals().made();
    return Optional.of(begin(fresh));
  }

  private static boolean isSame(Form one, Form other) {
    return ORDERED.stream().allMatch(name -> one.get(name).equals(other.get(name)));
  }

  private Taken begin(TouchngoTransaction fresh) {
    if (!PayoutForm.isWithinLimits(fresh.order().form())) {
      var refused = book.end(fresh.id(), TouchngoStatus.failed(ABOVE_LIMIT)).orElseThrow();
      return new Taken(refused.after(), refused.told());
    }
    var faults = fresh.order().faults();
    var plays = faults.autoplay(new Autoplay(Action.PAY, faults.value(Fault.PROCESSING)));
    if (plays.action() == Action.LEAVE) return new Taken(fresh, Future.succeededFuture());

    Promise<Void> told = Promise.promise();
    parts
        .timers()
        .after(
            plays.afterMillis(),
            () ->
                play(fresh.id(), plays.action())
                    .map(Played::told)
                    .orElseGet(Future::succeededFuture)
                    .onComplete(told));
    return new Taken(fresh, told.future());
  }

  /** The provider decides, or a person for it; empty if the payout is not known. */
  Optional<Played<TouchngoTransaction>> play(String id, Action action) {
    return book.memory()
        .byId(id)
        .filter(kept -> kept.order().kind() == Kind.PAYOUT)
        .flatMap(kept ->
            switch (MagicAmount.of(kept.order().minorUnits()).outcome(action)) {
              case PAID -> book.end(id, outcome(kept.order().faults()));
              case DECLINED -> book.end(id, TouchngoStatus.failed(30));
              case CANCELLED -> book.end(id, TouchngoStatus.REFUSED_BY_CUSTOMER);
              case TIMED_OUT -> book.end(id, TouchngoStatus.WALLET_SILENT);
              case NOTHING -> book.step(id, same -> same);
            });
  }

  private static TouchngoStatus outcome(Faults faults) {
    return faults.has(Fault.DENY)
        ? TouchngoStatus.failed(faults.value(Fault.DENY))
        : TouchngoStatus.PAID_OUT;
  }
}

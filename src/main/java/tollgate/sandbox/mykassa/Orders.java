package tollgate.sandbox.mykassa;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tollgate.sandbox.Action;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Callbacks;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Memory.Change;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Totals;

/** All payments, what the customers do with them, and how the shops hear of it. */
final class Orders {

  private final SandboxParts parts;
  private final Memory<Bill> memory;
  private final Totals totals = new Totals("RUB");
  private final Callbacks callbacks;

  Orders(SandboxParts parts) {
    this.parts = parts;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    this.callbacks = parts.callbacks(new MykassaRetries(), MykassaRetries.ANSWER_TIMEOUT_MILLIS);
  }

  Memory<Bill> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  Optional<Bill> find(MykassaAccount account, String order) {
    return memory.byKey(Bill.key(account, order));
  }

  /** By the provider's number or the shop's name for it. */
  Optional<Bill> find(String id) {
    return memory.find(
        id, parts.options().accounts(MykassaAccount.class), account -> Bill.key(account, id));
  }

  /** A link is followed. Empty when that order is over, or was for another amount. */
  Optional<Bill> arrive(MykassaAccount account, Map<String, String> form, Faults faults) {
    var number = memory.nextNumber();
    var order = new Bill.Order(form.getOrDefault("o", ""), form, faults);
    var origin =
        new Bill.Origin(account, new AttemptLog(), new AtomicInteger(), parts.clock().instant());
    var fresh = new Bill(number, "" + (7_000_000 + number), order, origin, Bill.NEW);
    if (!memory.add(fresh, _ -> false)) {
      return find(account, order.name())
          .filter(old -> old.isOpen() && old.order().minorUnits() == order.minorUnits());
    }
    totals.made();
    parts.play(faults.autoplay(account.autoplay()), action -> play(fresh.id(), action));
    return Optional.of(fresh);
  }

  /** The customer does something; empty if the payment is not known. */
  Optional<Played<Bill>> play(String id, Action action) {
    return memory
        .byId(id)
        .flatMap(kept ->
            switch (MagicAmount.of(kept.order().minorUnits()).outcome(action)) {
              case PAID -> pay(kept);
              case DECLINED, TIMED_OUT -> end(id, Bill.ERROR);
              case CANCELLED -> end(id, Bill.CANCELLED);
              case NOTHING -> step(id, same -> same);
            });
  }

  private Optional<Played<Bill>> pay(Bill kept) {
    var faults = kept.order().faults();
    if (!faults.has(Fault.LATE)) return end(kept.id(), Bill.PAID);

    var first = end(kept.id(), Bill.CANCELLED);
    first
        .filter(played -> played.change().happened())
        .ifPresent(_ ->
            parts
                .timers()
                .after(
                    faults.value(Fault.LATE),
                    () ->
                        step(
                            kept.id(),
                            now -> now.status() == Bill.CANCELLED ? now.in(Bill.PAID) : now)));
    return first;
  }

  private Optional<Played<Bill>> end(String id, int status) {
    return step(id, kept -> kept.isOpen() ? kept.in(status) : kept);
  }

  private Optional<Played<Bill>> step(String id, UnaryOperator<Bill> step) {
    return memory.change(id, step).map(change -> new Played<>(change, moved(change)));
  }

  /** Only success is ever told (§2). */
  private Future<Void> moved(Change<Bill> change) {
    if (!change.happened() || !change.after().isPaid()) return Future.succeededFuture();

    var paid = change.after();
    paid.origin().executions().incrementAndGet();
    totals.taken(paid.order().minorUnits());
    var told = tell(paid, paid.id());
    if (!paid.order().faults().has(Fault.NEW_ID)) return told;

    // Under a number that belongs to no payment.
    return told.compose(_ -> tell(paid, paid.id() + "9"));
  }

  private Future<Void> tell(Bill paid, String id) {
    var callback =
        new Callback(
            paid.origin().account().cabinet().notifyUrl(),
            "paid",
            spoil -> MykassaMessages.notice(paid, id, spoil),
            paid.origin().attempts());
    return callbacks.send(callback, paid.order().faults());
  }

  /** The button in the cabinet; faults are those of payments whose order is called TEST. */
  Future<Void> trial(MykassaAccount account) {
    var faults = parts.rules().of("TEST", List.of());
    var callback =
        new Callback(
            account.cabinet().notifyUrl(),
            "trial",
            _ -> MykassaMessages.trial(account, faults),
            new AttemptLog());
    return callbacks.send(callback, faults);
  }
}

package tollgate.sandbox.qiwi;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tollgate.sandbox.Action;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Callbacks;
import tollgate.sandbox.Fault;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Memory.Change;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Totals;

/** The life of bills at the simulated QIWI: made, paid or not, told (§4, §5). */
final class Qiwi {

  private static final long EXPIRY_CHECK_MILLIS = 1000;

  private final SandboxParts parts;
  private final QiwiMessages messages;
  private final Memory<QiwiBill> memory;
  private final Totals totals = new Totals("RUB");
  private final Callbacks callbacks;

  Qiwi(SandboxParts parts, QiwiMessages messages) {
    this.parts = parts;
    this.messages = messages;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    this.callbacks = parts.callbacks(new QiwiRetries(), QiwiRetries.ANSWER_TIMEOUT_MILLIS);
    parts.timers().every(EXPIRY_CHECK_MILLIS, this::expireWhatIsDue);
  }

  Memory<QiwiBill> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  Optional<QiwiBill> find(QiwiAccount account, String billId) {
    return memory.byKey(QiwiBill.key(account, billId));
  }

  /** By the id of its form or by the merchant's own, whosever it is: for pages and the oracle. */
  Optional<QiwiBill> find(String id) {
    return memory.find(
        id, parts.options().accounts(QiwiAccount.class), account -> QiwiBill.key(account, id));
  }

  /** Makes a bill, or finds it made. Empty if the id is that of another bill (§2). */
  Optional<QiwiBill> make(QiwiAccount account, String billId, BillRequest request) {
    var now = parts.clock().instant();
    var faults = parts.rules().of(billId, request.texts());
    var fresh =
        new QiwiBill(
            memory.nextNumber(),
            UUID.randomUUID().toString(),
            new QiwiBill.Order(billId, request.sum(), request.echoed(), faults),
            new QiwiBill.Origin(account, new AttemptLog(), now, request.expiresAt()),
            new QiwiBill.State(QiwiStatus.WAITING, now, List.of()));
    if (!memory.add(fresh, _ -> false)) {
      return find(account, billId).filter(old -> old.order().sum().equals(fresh.order().sum()));
    }
    totals.made();
    parts.play(faults.autoplay(account.autoplay()), action -> play(fresh.id(), action));
    return Optional.of(fresh);
  }

  /** The customer does something; empty if the bill is not known. */
  Optional<Played<QiwiBill>> play(String id, Action action) {
    return memory
        .byId(id)
        .flatMap(bill ->
            switch (MagicAmount.of(bill.order().sum().minorUnits()).outcome(action)) {
              case PAID -> step(id, this::paid);
              case DECLINED, CANCELLED -> end(id, QiwiStatus.REJECTED);
              case TIMED_OUT -> end(id, QiwiStatus.EXPIRED);
              case NOTHING -> step(id, same -> same);
            });
  }

  /** Too late is too late, though the expiry job may not have come round yet. */
  private QiwiBill paid(QiwiBill bill) {
    var now = parts.clock().instant();
    var inTime = now.isBefore(bill.origin().expiresAt());
    return bill.ended(inTime ? QiwiStatus.PAID : QiwiStatus.EXPIRED, now);
  }

  /** Ends a bill that waits; empty if it is not known. */
  Optional<Played<QiwiBill>> end(String id, QiwiStatus status) {
    return step(id, bill -> bill.ended(status, parts.clock().instant()));
  }

  private Optional<Played<QiwiBill>> step(String id, UnaryOperator<QiwiBill> step) {
    return memory.change(id, step).map(change -> new Played<>(change, moved(change)));
  }

  private Future<Void> moved(Change<QiwiBill> change) {
    if (!change.happened()) return Future.succeededFuture();

    var bill = change.after();
    var sum = bill.order().sum();
    if (bill.status() == QiwiStatus.PAID && sum.isRouble()) totals.taken(sum.minorUnits());
    var told = tell(bill);
    if (bill.order().faults().has(Fault.REORDER)) {
      told.onSuccess(_ -> tell(bill.in(QiwiStatus.EXPIRED, bill.state().since())));
    }
    return told;
  }

  private Future<Void> tell(QiwiBill bill) {
    var account = bill.origin().account();
    var callback =
        new Callback(
            account.notificationUrl(),
            bill.status().name(),
            spoil -> messages.notification(bill, spoil),
            bill.origin().attempts());
    return callbacks.send(callback, bill.order().faults());
  }

  private void expireWhatIsDue() {
    var now = parts.clock().instant();
    for (var bill : memory.open()) {
      if (!now.isBefore(bill.origin().expiresAt())) end(bill.id(), QiwiStatus.EXPIRED);
    }
  }
}

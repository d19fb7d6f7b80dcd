package tollgate.sandbox.touchngo;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Callbacks;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Memory.Change;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Totals;
import tollgate.sandbox.touchngo.TouchngoTransaction.Kind;

/**
 * All that the provider knows, payments and payouts under one list of references (§1.8), and how
 * merchants hear of every step.
 */
final class TouchngoBook {

  /** How long a transaction may stay open (§3, §10.2). */
  static final Duration LIFE = Duration.ofMinutes(60);

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/x-www-form-urlencoded; charset=utf-8",
          "Accept", "text/plain",
          "User-Agent", "TouchnGo-Provider");

  private static final long EXPIRY_CHECK_MILLIS = 1000;

  private final SandboxParts parts;
  private final Memory<TouchngoTransaction> memory;
  private final Totals totals = new Totals("MYR");
  private final Callbacks callbacks;

  TouchngoBook(SandboxParts parts) {
    this.parts = parts;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    this.callbacks = parts.callbacks(new TouchngoRetries(), TouchngoRetries.ANSWER_TIMEOUT_MILLIS);
    parts.timers().every(EXPIRY_CHECK_MILLIS, this::expireWhatIsDue);
  }

  Memory<TouchngoTransaction> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  Optional<TouchngoTransaction> find(TouchngoAccount account, String transNum, Kind kind) {
    return memory
        .byKey(TouchngoTransaction.key(account, transNum))
        .filter(kept -> kept.order().kind() == kind);
  }

  /** By either id, whosever it is: for pages and the oracle. */
  Optional<TouchngoTransaction> find(String id) {
    return memory.find(
        id,
        parts.options().accounts(TouchngoAccount.class),
        account -> TouchngoTransaction.key(account, id));
  }

  /** A transaction that is not kept yet. */
  TouchngoTransaction fresh(
      TouchngoAccount account, TouchngoTransaction.Order order, TouchngoStatus status) {
    var now = parts.clock().instant();
    var given = order.form().get("CallbackURL");
    return new TouchngoTransaction(
        memory.nextNumber(),
        UUID.randomUUID().toString().replace("-", ""),
        order,
        new TouchngoTransaction.Origin(
            account,
            given.isEmpty() ? account.callbackUrl() : given,
            new AttemptLog(),
            new AtomicInteger()),
        new TouchngoTransaction.State(status, now, now));
  }

  /** Keeps it; false if this reference is used, whatever for. */
  boolean add(TouchngoTransaction fresh) {
    return memory.add(fresh, _ -> false);
  }

  /** Ends what is still open. */
  Optional<Played<TouchngoTransaction>> end(String id, TouchngoStatus status) {
    return step(id, kept -> kept.isOpen() ? in(kept, status) : kept);
  }

  TouchngoTransaction in(TouchngoTransaction kept, TouchngoStatus status) {
    return kept.in(status, parts.clock().instant());
  }

  Optional<Played<TouchngoTransaction>> step(String id, UnaryOperator<TouchngoTransaction> step) {
    return memory.change(id, step).map(change -> new Played<>(change, moved(change)));
  }

  private Future<Void> moved(Change<TouchngoTransaction> change) {
    if (!change.happened()) return Future.succeededFuture();

    var kept = change.after();
    if (kept.hasMovedMoney()) count(kept);
    var told = send(kept);
    if (kept.order().faults().has(Fault.REORDER) && !kept.isProcessing()) {
      told.onSuccess(
          _ -> send(change.before().in(TouchngoStatus.PROCESSING, kept.state().since())));
    }
    return told;
  }

  private void count(TouchngoTransaction kept) {
    kept.origin().executions().incrementAndGet();
    switch (kept.order().kind()) {
      case SALE -> totals.taken(kept.order().minorUnits());
      case PAYOUT -> totals.paidOut(kept.order().minorUnits());
    }
  }

  private Future<Void> send(TouchngoTransaction kept) {
    var callback =
        new Callback(
            kept.origin().callbackUrl(),
            kept.status().word().name(),
            HEADERS,
            spoil -> TouchngoMessages.callback(kept, spoil),
            kept.origin().attempts());
    return callbacks.send(callback, kept.order().faults());
  }

  private void expireWhatIsDue() {
    var now = parts.clock().instant();
    for (var kept : memory.open()) {
      if (kept.state().createdAt().plus(LIFE).isAfter(now)) continue;

      end(
          kept.id(),
          switch (kept.order().kind()) {
            case SALE -> TouchngoStatus.NOT_IN_TIME;
            case PAYOUT -> TouchngoStatus.WALLET_SILENT;
          });
    }
  }
}

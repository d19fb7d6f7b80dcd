package tollgate.sandbox.touchngo;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Totals;
import tollgate.sandbox.touchngo.TouchngoStatus.Word;

/** The life of a transaction at the simulated provider: arrived, played, cancelled, told. */
final class Touchngo {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/x-www-form-urlencoded; charset=utf-8",
          "Accept", "text/plain",
          "User-Agent", "TouchnGo-Provider");

  private static final Duration LIFE = Duration.ofMinutes(60);
  private static final long EXPIRY_CHECK_MILLIS = 1000;

  private final SandboxParts parts;
  private final Memory<TouchngoTransaction> memory;
  private final Totals totals = new Totals("MYR");
  private final Callbacks callbacks;

  Touchngo(SandboxParts parts) {
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

  /** By the provider's id or the merchant's reference, within one account. */
  Optional<TouchngoTransaction> find(TouchngoAccount account, String transNum) {
    return memory.byKey(TouchngoTransaction.key(account, transNum));
  }

  /** By either id, whosever it is: for pages and the oracle. */
  Optional<TouchngoTransaction> find(String id) {
    return memory
        .byId(id)
        .or(() ->
            parts.options().touchngo().stream()
                .flatMap(account -> find(account, id).stream())
                .findFirst());
  }

  /** A form arrives. Empty if this reference was used with other values (§3). */
  Optional<TouchngoTransaction> arrive(TouchngoAccount account, Form form, Faults faults) {
    var order = new TouchngoTransaction.Order(form.get("TransNum"), form, faults);
    var fresh = fresh(account, order, TouchngoStatus.WAITING);
    if (!memory.add(fresh, _ -> false)) {
      return find(account, order.transNum()).filter(old -> old.order().form().equals(form));
    }
    totals.made();
    var autoplay = faults.autoplay(account.autoplay());
    if (autoplay.action() != Action.LEAVE) {
      parts.timers().after(autoplay.afterMillis(), () -> play(fresh.id(), autoplay.action()));
    }
    return Optional.of(fresh);
  }

  private TouchngoTransaction fresh(
      TouchngoAccount account, TouchngoTransaction.Order order, TouchngoStatus status) {
    var now = parts.clock().instant();
    var given = order.form().get("CallbackURL");
    return new TouchngoTransaction(
        memory.nextNumber(),
        UUID.randomUUID().toString().replace("-", ""),
        order,
        new TouchngoTransaction.Origin(
            account, given.isEmpty() ? account.callbackUrl() : given, new AttemptLog()),
        new TouchngoTransaction.State(status, now, now));
  }

  /** Cancels, or remembers that a form which may still arrive must be refused (§5.2 to §5.5). */
  TouchngoTransaction cancel(TouchngoAccount account, String transNum) {
    var order = new TouchngoTransaction.Order(transNum, Form.empty(), Faults.NONE);
    var never = fresh(account, order, TouchngoStatus.NEVER_ARRIVED);
    if (memory.add(never, _ -> false)) return never;

    return find(account, transNum)
        .flatMap(kept -> end(kept.id(), TouchngoStatus.BY_MERCHANT))
        .map(Played::transaction)
        .orElse(never);
  }

  /** What became of a step, and when its first callbacks are over. */
  record Played(Change<TouchngoTransaction> change, Future<Void> told) {

    TouchngoTransaction transaction() {
      return change.after();
    }
  }

  /** The customer does something; empty if the transaction is not known. */
  Optional<Played> play(String id, Action action) {
    return memory
        .byId(id)
        .flatMap(kept ->
            switch (MagicAmount.of(kept.order().minorUnits()).outcome(action)) {
              case PAID -> pay(kept);
              case DECLINED -> end(id, TouchngoStatus.failed(30));
              case CANCELLED -> end(id, TouchngoStatus.BY_CUSTOMER);
              case TIMED_OUT -> end(id, TouchngoStatus.WALLET_SILENT);
              case NOTHING -> step(id, same -> same);
            });
  }

  private Optional<Played> pay(TouchngoTransaction kept) {
    var faults = kept.order().faults();
    if (faults.has(Fault.DENY))
      return end(kept.id(), TouchngoStatus.failed(faults.value(Fault.DENY)));
    if (faults.has(Fault.LATE)) return payLate(kept.id(), faults.value(Fault.LATE));
    if (!faults.has(Fault.PROCESSING)) return end(kept.id(), TouchngoStatus.PAID);

    var confirmed = end(kept.id(), TouchngoStatus.PROCESSING);
    confirmed
        .filter(played -> played.change().happened())
        .ifPresent(
            _ -> parts.timers().after(faults.value(Fault.PROCESSING), () -> settle(kept.id())));
    return confirmed;
  }

  private void settle(String id) {
    step(id, kept -> kept.isProcessing() ? in(kept, TouchngoStatus.PAID) : kept);
  }

  /** A time-out first, and the money after all (§4.3). */
  private Optional<Played> payLate(String id, long afterMillis) {
    var late = end(id, TouchngoStatus.WALLET_SILENT);
    late.filter(played -> played.change().happened())
        .ifPresent(_ -> parts.timers().after(afterMillis, () -> confirmLate(id)));
    return late;
  }

  private void confirmLate(String id) {
    step(id, kept -> kept.hasTimedOut() ? in(kept, TouchngoStatus.PAID) : kept);
  }

  private Optional<Played> end(String id, TouchngoStatus status) {
    return step(id, kept -> kept.isOpen() ? in(kept, status) : kept);
  }

  private TouchngoTransaction in(TouchngoTransaction kept, TouchngoStatus status) {
    return kept.in(status, parts.clock().instant());
  }

  private Optional<Played> step(String id, UnaryOperator<TouchngoTransaction> step) {
    return memory.change(id, step).map(change -> new Played(change, tell(change)));
  }

  private Future<Void> tell(Change<TouchngoTransaction> change) {
    if (!change.happened()) return Future.succeededFuture();

    var kept = change.after();
    if (kept.status().word() == Word.SUCCESS) totals.taken(kept.order().minorUnits());
    var told = send(kept);
    if (kept.order().faults().has(Fault.REORDER) && !kept.isProcessing()) {
      told.onSuccess(
          _ -> send(change.before().in(TouchngoStatus.PROCESSING, kept.state().since())));
    }
    return told;
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

      end(kept.id(), TouchngoStatus.NOT_IN_TIME);
    }
  }
}

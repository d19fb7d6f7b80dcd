package tollgate.sandbox.yookassa;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
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
import tollgate.sandbox.yookassa.YookassaPayment.Status;

/** The life of payments at the simulated YooKassa: made, paid or not, told (B.2, B.4). */
final class Yookassa {

  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

  private final SandboxParts parts;
  private final YookassaMessages messages;
  private final Memory<YookassaPayment> memory;
  private final Totals totals = new Totals("RUB");
  private final Callbacks callbacks;

  Yookassa(SandboxParts parts, YookassaMessages messages) {
    this.parts = parts;
    this.messages = messages;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    this.callbacks = parts.callbacks(new YookassaRetries(), YookassaRetries.ANSWER_TIMEOUT_MILLIS);
  }

  Memory<YookassaPayment> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  Optional<YookassaPayment> find(YookassaAccount account, String id) {
    return memory
        .byId(id)
        .filter(kept -> kept.origin().account().shopId().equals(account.shopId()));
  }

  /** By its id or the shop's reference, whosever it is: for pages and the oracle. */
  Optional<YookassaPayment> find(String id) {
    return memory.find(
        id,
        parts.options().accounts(YookassaAccount.class),
        account -> account.shopId() + "/" + id);
  }

  YookassaPayment make(YookassaAccount account, YookassaPayment.Order order) {
    var now = parts.clock().instant();
    var faults = parts.rules().of(order.reference(), List.of(order.description()));
    var fresh =
        new YookassaPayment(
            memory.nextNumber(),
            UUID.randomUUID().toString(),
            order,
            new YookassaPayment.Origin(account, faults, new AttemptLog(), now),
            new YookassaPayment.State(Status.PENDING, now, "", List.of()));
    memory.add(fresh, _ -> true);
    totals.made();
    parts.play(faults.autoplay(account.autoplay()), action -> play(fresh.id(), action));
    return fresh;
  }

  /** The customer does something; empty if the payment is not known. */
  Optional<Played<YookassaPayment>> play(String id, Action action) {
    return memory
        .byId(id)
        .flatMap(kept ->
            switch (MagicAmount.of(kept.order().minorUnits()).outcome(action)) {
              case PAID -> step(id, this::paid);
              case DECLINED -> cancelled(id, Status.PENDING, "insufficient_funds");
              case CANCELLED -> cancelled(id, Status.PENDING, "permission_revoked");
              case TIMED_OUT -> cancelled(id, Status.PENDING, "expired_on_confirmation");
              case NOTHING -> step(id, same -> same);
            });
  }

  private YookassaPayment paid(YookassaPayment kept) {
    if (!kept.isOpen()) return kept;

    var status = kept.order().capture() ? Status.SUCCEEDED : Status.WAITING_FOR_CAPTURE;
    return kept.in(status, "", parts.clock().instant());
  }

  /** The shop takes what waits (B.2). */
  Optional<Played<YookassaPayment>> capture(String id) {
    return step(
        id,
        kept ->
            kept.status() == Status.WAITING_FOR_CAPTURE
                ? kept.in(Status.SUCCEEDED, "", parts.clock().instant())
                : kept);
  }

  /** From that status only. */
  Optional<Played<YookassaPayment>> cancelled(String id, Status from, String reason) {
    return step(
        id,
        kept ->
            kept.status() == from
                ? kept.in(Status.CANCELED, reason, parts.clock().instant())
                : kept);
  }

  private Optional<Played<YookassaPayment>> step(String id, UnaryOperator<YookassaPayment> step) {
    return memory.change(id, step).map(change -> new Played<>(change, moved(change)));
  }

  private Future<Void> moved(Change<YookassaPayment> change) {
    if (!change.happened()) return Future.succeededFuture();

    var kept = change.after();
    if (kept.status() == Status.SUCCEEDED) totals.taken(kept.order().minorUnits());
    var told = tell(kept);
    if (kept.origin().faults().has(Fault.REORDER)) {
      told.onSuccess(_ -> tell(kept.in(Status.WAITING_FOR_CAPTURE, "", kept.state().since())));
    }
    return told;
  }

  private Future<Void> tell(YookassaPayment kept) {
    var callback =
        new Callback(
            kept.origin().account().notificationUrl(),
            kept.status().word(),
            HEADERS,
            spoil -> messages.notification(kept, spoil),
            kept.origin().attempts());
    return callbacks.send(callback, kept.origin().faults());
  }

  /** Gives money back, never more than was taken; empty if it cannot. */
  Optional<YookassaRefund> refund(YookassaPayment known, long minorUnits) {
    var refund =
        new YookassaRefund(UUID.randomUUID().toString(), minorUnits, parts.clock().instant());
    var happened =
        memory
            .change(
                known.id(),
                kept -> {
                  var left = kept.order().minorUnits() - kept.refunded();
                  var may = kept.status() == Status.SUCCEEDED && minorUnits <= left;
                  return may ? kept.with(refund) : kept;
                })
            .filter(Change::happened)
            .isPresent();
    if (happened) totals.refunded(minorUnits);
    return happened ? Optional.of(refund) : Optional.empty();
  }
}

package tollgate.sandbox.webmoney;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import tollgate.sandbox.webmoney.WmPayment.Stage;

/** All payments, and how the shops hear of what becomes of them. */
final class WmBook {

  /** How long the customer may take. */
  static final Duration LIFE = Duration.ofMinutes(60);

  private static final long EXPIRY_CHECK_MILLIS = 1000;

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/x-www-form-urlencoded", "User-Agent", "WebMoney-Merchant");

  private final SandboxParts parts;
  private final Memory<WmPayment> memory;
  private final Callbacks callbacks;
  private final Totals totals = new Totals("WebMoney units");
  private final long firstTransfer;

  WmBook(SandboxParts parts) {
    this.parts = parts;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    this.callbacks = parts.callbacks(new WmRetries(), WmRetries.ANSWER_TIMEOUT_MILLIS);
    // After a restart the numbers of before must not come again.
    this.firstTransfer = parts.clock().instant().getEpochSecond() * 1000;
    parts.timers().every(EXPIRY_CHECK_MILLIS, this::expireWhatIsDue);
  }

  Memory<WmPayment> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  /** A form arrives; empty if its number was used for something else. */
  Optional<WmPayment> arrive(WmPayment.Order order) {
    var now = parts.clock().instant();
    var state = new WmPayment.State(Stage.CHOOSING, null, null, "", 0, "", now, now);
    var id = UUID.randomUUID().toString().replace("-", "");
    var fresh = new WmPayment(memory.nextNumber(), id, order, state);
    if (memory.add(fresh, _ -> false)) {
      totals.made();
      return Optional.of(fresh);
    }
    return memory.byKey(fresh.key()).filter(old -> old.order().form().equals(order.form()));
  }

  /** The shop's word before the payment: empty if it is welcome, else what it said. */
  Future<Optional<String>> ask(WmPayment kept, WmPayer payer) {
    if (kept.order().resultUrl().isEmpty() || kept.order().faults().has(Fault.UNASKED)) {
      return Future.succeededFuture(Optional.empty());
    }
    var question = callback(kept, "PREREQUEST", WmMessages.prerequest(kept, payer));
    return callbacks
        .ask(question)
        .map(answer ->
            answer.told().equals("200 YES") ? Optional.empty() : Optional.of(answer.told()));
  }

  /** The money goes to the shop, once. */
  Optional<Played<WmPayment>> pay(String id, WmPayer payer) {
    return step(
        id,
        kept -> {
          if (!kept.isOpen()) return kept;

          var end = kept.order().isHeld() ? Stage.HELD : Stage.PAID;
          var trans = Long.toString(firstTransfer + kept.number());
          return kept.paid(end, payer, trans, parts.clock().instant());
        });
  }

  Optional<Played<WmPayment>> fail(String id, String why) {
    var now = parts.clock().instant();
    return step(id, kept -> kept.isOpen() ? kept.failed(Stage.FAILED, why, now) : kept);
  }

  private Optional<Played<WmPayment>> step(String id, UnaryOperator<WmPayment> step) {
    return memory.change(id, step).map(change -> new Played<>(change, moved(change)));
  }

  private Future<Void> moved(Change<WmPayment> change) {
    var kept = change.after();
    if (!change.happened()) return Future.succeededFuture();
    if (!kept.hasMovedMoney()) return tell(kept, "FAILED", WmMessages.failure(kept));

    totals.taken(kept.order().minorUnits());
    var told = callbacks.send(notification(kept), kept.order().faults());
    if (kept.order().faults().has(Fault.REORDER)) {
      told.onSuccess(_ -> tell(kept, "FAILED", WmMessages.failure(kept)));
    }
    return told;
  }

  private Callback notification(WmPayment kept) {
    return new Callback(
        kept.order().resultUrl(),
        kept.stage().name(),
        HEADERS,
        spoil -> WmMessages.notification(kept, spoil),
        kept.order().attempts());
  }

  private Future<Void> tell(WmPayment kept, String state, String body) {
    return callbacks.send(callback(kept, state, body), kept.order().faults());
  }

  private static Callback callback(WmPayment kept, String state, String body) {
    AttemptLog log = kept.order().attempts();
    return new Callback(kept.order().resultUrl(), state, HEADERS, _ -> body, log);
  }

  private void expireWhatIsDue() {
    var now = parts.clock().instant();
    for (var kept : memory.open()) {
      if (kept.state().createdAt().plus(LIFE).isAfter(now)) continue;

      var _ = memory.change(kept.id(), it -> it.isOpen() ? it.failed(Stage.EXPIRED, "", now) : it);
    }
  }
}

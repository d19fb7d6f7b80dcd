package tollgate.sandbox.paymaster2;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import tollgate.sandbox.Action;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Callbacks;
import tollgate.sandbox.Fault;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Memory.Change;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Totals;
import tollgate.sandbox.UntilOk;

/** The life of payments at the simulated PayMaster, API v2: made, played, told (2.1 to 2.4). */
final class Invoices {

  /** Chosen: +1, +5, +15, +60 minutes, then every hour up to 24 (1.3, 2.3). */
  static final List<Long> PAUSES =
      LongStream.concat(LongStream.of(1, 5, 15), LongStream.generate(() -> 60).limit(24))
          .map(minutes -> minutes * 60_000)
          .boxed()
          .toList();

  private static final long ANSWER_TIMEOUT_MILLIS = 20_000;

  /** Where ids begin: eight digits, as they look there. */
  private static final long FIRST_ID = 88_000_000;

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json; charset=utf-8");

  private final SandboxParts parts;
  private final Memory<Invoice> memory;
  private final Totals totals = new Totals("RUB");
  private final Callbacks callbacks;

  Invoices(SandboxParts parts) {
    this.parts = parts;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    this.callbacks = parts.callbacks(new UntilOk(PAUSES), ANSWER_TIMEOUT_MILLIS);
  }

  Memory<Invoice> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  /** Makes a payment; a second one of the same order number takes its place in searches. */
  Invoice make(Invoice.Order order, Invoice.Origin origin) {
    var now = parts.clock().instant();
    var number = memory.nextNumber();
    var state = new Invoice.State(InvoiceStatus.PENDING, List.of(), now, now);
    var made = new Invoice(number, String.valueOf(FIRST_ID + number), order, origin, state);
    memory.add(made, _ -> true);
    totals.made();
    parts.play(
        order.faults().autoplay(origin.account().autoplay()), action -> play(made.id(), action));
    return made;
  }

  Optional<Invoice> find(Paymaster2Account account, String id) {
    return memory
        .byId(id)
        .filter(kept -> kept.origin().account().merchantId().equals(account.merchantId()));
  }

  /** By either id, whosever it is: for pages and the oracle. */
  Optional<Invoice> find(String id) {
    return memory.find(
        id,
        parts.options().accounts(Paymaster2Account.class),
        account -> account.merchantId() + "/" + id);
  }

  /** The customer does something; empty if the payment is not known. */
  Optional<Played<Invoice>> play(String id, Action action) {
    return memory
        .byId(id)
        .flatMap(kept ->
            switch (MagicAmount.of(kept.order().minorUnits()).outcome(action)) {
              case PAID -> pay(kept);
              case DECLINED -> end(id, InvoiceStatus.REJECTED);
              case CANCELLED, TIMED_OUT -> end(id, InvoiceStatus.CANCELLED);
              case NOTHING -> step(id, same -> same);
            });
  }

  private Optional<Played<Invoice>> pay(Invoice kept) {
    var faults = kept.order().faults();
    if (faults.has(Fault.DENY)) return end(kept.id(), InvoiceStatus.REJECTED);

    var goal = kept.order().dualMode() ? InvoiceStatus.AUTHORIZED : InvoiceStatus.SETTLED;
    if (!faults.has(Fault.PROCESSING)) return end(kept.id(), goal);

    var confirming = end(kept.id(), InvoiceStatus.CONFIRMATION);
    confirming
        .filter(played -> played.change().happened())
        .ifPresent(_ ->
            parts
                .timers()
                .after(
                    faults.value(Fault.PROCESSING),
                    () -> move(kept.id(), InvoiceStatus.CONFIRMATION, goal)));
    return confirming;
  }

  /** Ends what is still open. */
  Optional<Played<Invoice>> end(String id, InvoiceStatus status) {
    return move(id, InvoiceStatus.PENDING, status);
  }

  /** From that state alone to the next; elsewhere nothing happens. */
  Optional<Played<Invoice>> move(String id, InvoiceStatus from, InvoiceStatus to) {
    return step(id, kept -> kept.status() == from ? kept.in(to, parts.clock().instant()) : kept);
  }

  private Optional<Played<Invoice>> step(String id, UnaryOperator<Invoice> step) {
    return memory.change(id, step).map(change -> new Played<>(change, moved(change)));
  }

  private Future<Void> moved(Change<Invoice> change) {
    if (!change.happened()) return Future.succeededFuture();

    var kept = change.after();
    if (kept.isSettled()) totals.taken(kept.order().minorUnits());
    var told = tell(kept);
    // Stale: the older state comes after the newer (part 3).
    if (kept.order().faults().has(Fault.REORDER)) told.onSuccess(_ -> tell(change.before()));
    return told;
  }

  private Future<Void> tell(Invoice kept) {
    var callback =
        new Callback(
            kept.origin().callbackUrl(),
            kept.status().word(),
            HEADERS,
            spoil -> Messages.callback(kept, spoil),
            kept.origin().attempts());
    return callbacks.send(callback, kept.order().faults());
  }
}

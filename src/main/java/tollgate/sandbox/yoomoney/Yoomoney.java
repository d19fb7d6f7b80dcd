package tollgate.sandbox.yoomoney;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tollgate.sandbox.yoomoney.YoomoneyPayment.Status;

/** The life of payments at the simulated YooMoney: the form came, it was paid, it was told. */
final class Yoomoney {

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");

  private static final int HISTORY_MAX = 100;
  private static final String OTHER_LABEL = "somebody-elses-label";

  private final SandboxParts parts;
  private final Memory<YoomoneyPayment> memory;
  private final Totals totals = new Totals("RUB");
  private final Callbacks callbacks;

  Yoomoney(SandboxParts parts) {
    this.parts = parts;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    this.callbacks = parts.callbacks(new YoomoneyRetries(), YoomoneyRetries.ANSWER_TIMEOUT_MILLIS);
  }

  Memory<YoomoneyPayment> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  /** By operation, by label, or by how a label begins up to a point: for pages and the oracle. */
  Optional<YoomoneyPayment> find(String id) {
    return memory
        .byId(id)
        .or(() ->
            memory.latest(kept -> isLabelled(kept.order().label(), id), 1).stream().findFirst());
  }

  private static boolean isLabelled(String label, String id) {
    return label.equals(id) || label.startsWith(id + ".");
  }

  /** Those that came in with this label, newest first (A.4). */
  List<YoomoneyPayment> history(YoomoneyAccount account, String label) {
    return memory.latest(
        kept ->
            !kept.isOpen()
                && kept.origin().account().receiver().equals(account.receiver())
                && (label.isEmpty() || kept.order().label().equals(label)),
        HISTORY_MAX);
  }

  /** A form came: every one is another payment, whatever its label. */
  YoomoneyPayment arrive(YoomoneyAccount account, YoomoneyPayment.Order asked) {
    var now = parts.clock().instant();
    var faults = parts.rules().of(asked.label(), List.of(asked.targets()));
    var number = memory.nextNumber();
    var fresh =
        new YoomoneyPayment(
            number,
            Long.toString(7_788_990_000L + number),
            asPayerLikes(asked, faults),
            new YoomoneyPayment.Origin(account, faults, new AttemptLog(), now),
            new YoomoneyPayment.State(Status.OPEN, now));
    memory.add(fresh, _ -> true);
    totals.made();
    parts.play(faults.autoplay(account.autoplay()), action -> play(fresh.id(), action));
    return fresh;
  }

  /** The form is not signed, so a payer may have changed it on the way (A.1). */
  private static YoomoneyPayment.Order asPayerLikes(YoomoneyPayment.Order asked, Faults faults) {
    return new YoomoneyPayment.Order(
        faults.has(Fault.RELABEL) ? OTHER_LABEL : asked.label(),
        faults.has(Fault.LESS) ? Math.max(1, asked.minorUnits() / 2) : asked.minorUnits(),
        asked.byCard(),
        asked.targets(),
        asked.successUrl());
  }

  /** The customer does something; empty if the payment is not known. */
  Optional<Played<YoomoneyPayment>> play(String id, Action action) {
    return memory
        .byId(id)
        .flatMap(kept ->
            switch (MagicAmount.of(kept.order().minorUnits()).outcome(action)) {
              case PAID -> pay(kept);
              case DECLINED, CANCELLED, TIMED_OUT -> end(id, Status.REFUSED);
              case NOTHING -> step(id, same -> same);
            });
  }

  private Optional<Played<YoomoneyPayment>> pay(YoomoneyPayment kept) {
    var faults = kept.origin().faults();
    if (!faults.has(Fault.PROCESSING)) return end(kept.id(), Status.SUCCESS);

    var played = end(kept.id(), Status.IN_PROGRESS);
    parts.timers().after(faults.value(Fault.PROCESSING), () -> accept(kept.id()));
    return played;
  }

  private void accept(String id) {
    step(
        id,
        kept ->
            kept.state().status() == Status.IN_PROGRESS
                ? kept.in(Status.SUCCESS, parts.clock().instant())
                : kept);
  }

  private Optional<Played<YoomoneyPayment>> end(String id, Status status) {
    return step(id, kept -> kept.isOpen() ? kept.in(status, parts.clock().instant()) : kept);
  }

  private Optional<Played<YoomoneyPayment>> step(String id, UnaryOperator<YoomoneyPayment> step) {
    return memory.change(id, step).map(change -> new Played<>(change, moved(change)));
  }

  /** Only money is told, never that there will be none. */
  private Future<Void> moved(Change<YoomoneyPayment> change) {
    var kept = change.after();
    if (!change.happened() || kept.state().status() == Status.REFUSED) {
      return Future.succeededFuture();
    }
    if (kept.state().status() == Status.SUCCESS) totals.taken(kept.order().minorUnits());
    var callback =
        new Callback(
            kept.origin().account().notificationUrl(),
            kept.state().status().name(),
            HEADERS,
            spoil -> YoomoneyMessages.notification(kept, spoil),
            kept.origin().attempts());
    return callbacks.send(callback, kept.origin().faults());
  }

  /** The button for trials in the settings of the wallet. */
  Future<Void> trial(YoomoneyAccount account) {
    var now = parts.clock().instant();
    var callback =
        new Callback(
            account.notificationUrl(),
            "TEST",
            HEADERS,
            _ -> YoomoneyMessages.trial(account, now),
            new AttemptLog());
    return callbacks.send(callback, Faults.NONE);
  }
}

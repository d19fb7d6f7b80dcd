package tollgate.sandbox.robokassa;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import tollgate.sandbox.Action;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Memory.Change;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Totals;

/** All payments, what the customers do with them, and how the shops hear of it. */
final class Invoices {

  /** How long one stays open that names no end. */
  private static final Duration LIFE = Duration.ofDays(1);

  private static final long EXPIRY_CHECK_MILLIS = 1000;

  /** Numbers that we give lie above those of any shop in a trial. */
  private static final long FIRST_OWN_NUMBER = 2_000_000_000;

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");

  private final SandboxParts parts;
  private final Memory<Invoice> memory;
  private final Totals totals = new Totals("RUB");
  private final AtomicLong numbers = new AtomicLong(FIRST_OWN_NUMBER);

  Invoices(SandboxParts parts) {
    this.parts = parts;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    parts.timers().every(EXPIRY_CHECK_MILLIS, this::expireWhatIsDue);
  }

  Memory<Invoice> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  Optional<Invoice> find(RobokassaAccount account, long number) {
    return memory.byKey(Invoice.key(account, number));
  }

  /** By the provider's key, the shop's number or the reference among its own values. */
  Optional<Invoice> find(String id) {
    var number = id.replaceFirst("^TG-[0-9]+-", "");
    return memory
        .byId(id)
        .or(() ->
            number.matches("[0-9]{1,18}") ? numbered(Long.parseLong(number)) : Optional.empty());
  }

  private Optional<Invoice> numbered(long number) {
    return parts.options().accounts(RobokassaAccount.class).stream()
        .flatMap(account -> find(account, number).stream())
        .findFirst();
  }

  /** A form arrives. Empty when its number was used for another sum, or is paid (§11). */
  Optional<Invoice> arrive(RobokassaAccount account, Map<String, String> form, Faults faults) {
    var given = form.getOrDefault("InvId", "");
    var own = given.isEmpty() || given.equals("0");
    var number = own ? numbers.incrementAndGet() : Long.parseLong(given);
    var now = parts.clock().instant();
    var order = new Invoice.Order(number, form, expiry(form, now), faults);
    var fresh =
        new Invoice(
            memory.nextNumber(),
            UUID.randomUUID().toString().toUpperCase(Locale.ROOT),
            order,
            new Invoice.Origin(account, new AttemptLog(), new AtomicInteger()),
            new Invoice.State(InvoiceState.CREATED, now, now, List.of()));
    if (!memory.add(fresh, _ -> false)) {
      return find(account, number)
          .filter(old -> old.isOpen() && old.order().minorUnits() == order.minorUnits());
    }
    totals.made();
    parts.play(faults.autoplay(account.autoplay()), action -> play(fresh.id(), action));
    return Optional.of(fresh);
  }

  private static Instant expiry(Map<String, String> form, Instant now) {
    return PayRequest.expiry(form).orElse(now.plus(LIFE));
  }

  /** The customer does something; empty if the payment is not known. */
  Optional<Played<Invoice>> play(String id, Action action) {
    return memory
        .byId(id)
        .flatMap(kept ->
            switch (MagicAmount.of(kept.order().minorUnits()).outcome(action)) {
              case PAID -> pay(kept);
              case DECLINED -> end(id, InvoiceState.RETURNED);
              case CANCELLED, TIMED_OUT -> end(id, InvoiceState.CANCELLED);
              case NOTHING -> step(id, same -> same);
            });
  }

  private Optional<Played<Invoice>> pay(Invoice kept) {
    var faults = kept.order().faults();
    if (kept.order().isHold()) return end(kept.id(), InvoiceState.HELD);
    if (faults.has(Fault.DENY)) return end(kept.id(), InvoiceState.RETURNED);
    if (faults.has(Fault.LATE)) {
      return paidLater(kept.id(), InvoiceState.CANCELLED, faults.value(Fault.LATE));
    }
    return faults.has(Fault.PROCESSING)
        ? paidLater(kept.id(), InvoiceState.CREDITING, faults.value(Fault.PROCESSING))
        : end(kept.id(), InvoiceState.DONE);
  }

  /** Something else first, and after so much time the money after all. */
  private Optional<Played<Invoice>> paidLater(String id, InvoiceState first, long afterMillis) {
    var begun = end(id, first);
    begun
        .filter(played -> played.change().happened())
        .ifPresent(_ ->
            parts
                .timers()
                .after(
                    afterMillis, () -> step(id, kept -> kept.word() == first ? paid(kept) : kept)));
    return begun;
  }

  private Invoice paid(Invoice kept) {
    return kept.in(InvoiceState.DONE, parts.clock().instant());
  }

  private Optional<Played<Invoice>> end(String id, InvoiceState state) {
    return step(id, kept -> kept.isOpen() ? kept.in(state, parts.clock().instant()) : kept);
  }

  private Optional<Played<Invoice>> step(String id, UnaryOperator<Invoice> step) {
    return memory.change(id, step).map(change -> new Played<>(change, moved(change)));
  }

  /** Only success is ever told (§4). */
  private Future<Void> moved(Change<Invoice> change) {
    if (!change.happened() || !change.after().isPaid()) return Future.succeededFuture();

    var paid = change.after();
    paid.origin().executions().incrementAndGet();
    totals.taken(paid.order().minorUnits());
    var callback =
        new Callback(
            paid.origin().account().cabinet().resultUrl(),
            paid.word().name(),
            HEADERS,
            spoil -> RobokassaMessages.result(paid, spoil),
            paid.origin().attempts());
    return parts
        .callbacks(
            new RobokassaRetries(paid.order().number()), RobokassaRetries.ANSWER_TIMEOUT_MILLIS)
        .send(callback, paid.order().faults());
  }

  private void expireWhatIsDue() {
    var now = parts.clock().instant();
    for (var kept : memory.open()) {
      if (!kept.order().expiresAt().isAfter(now)) end(kept.id(), InvoiceState.CANCELLED);
    }
  }
}

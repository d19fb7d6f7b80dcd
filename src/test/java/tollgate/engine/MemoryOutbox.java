package tollgate.engine;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import tollgate.engine.MemoryTables.DutyKey;
import tollgate.engine.MemoryTables.DutyRow;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** The outbox of a {@link MemoryStore}. */
final class MemoryOutbox implements Outbox {

  private final MemoryTables tables;

  MemoryOutbox(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Future<List<Duty>> claim(int rowsMax) {
    return tables.commit(() -> {
      var now = tables.now();
      var due =
          tables.outbox.entrySet().stream()
              .filter(e -> !e.getValue().exhausted() && !e.getValue().dueAt().isAfter(now))
              .sorted(Comparator.comparing(e -> e.getValue().dueAt()))
              .limit(rowsMax)
              .map(Map.Entry::getKey)
              .toList();
      var claimed = new ArrayList<Duty>();
      for (var key : due) {
        if (isPast(key)) tables.outbox.remove(key);
        else claimed.add(lease(key));
      }
      return claimed;
    });
  }

  @Override
  public Future<Void> done(Duty duty) {
    return tables.commit(() -> {
      leave(tables, duty);
      return null;
    });
  }

  @Override
  public Future<Void> later(Duty duty, Duration delay) {
    var dueAt = tables.now().plus(delay);
    return ifHeld(duty, row -> new DutyRow(row.attempt(), dueAt, false));
  }

  @Override
  public Future<Void> back(Duty duty, Duration delay) {
    var dueAt = tables.now().plus(delay);
    return ifHeld(duty, row -> new DutyRow(row.attempt() - 1, dueAt, false));
  }

  @Override
  public Future<Void> exhausted(Duty duty) {
    return ifHeld(duty, row -> new DutyRow(row.attempt(), row.dueAt(), true));
  }

  @Override
  public Future<Integer> attempt(Payment.Id operation, Effect effect) {
    return tables.commit(() -> {
      var row = tables.outbox.get(new DutyKey(operation, effect));
      return row == null ? 0 : row.attempt();
    });
  }

  /** The attempt fences: whoever slept past the lease finds a higher one, and changes nothing. */
  static void leave(MemoryTables tables, Duty duty) {
    var key = DutyKey.of(duty);
    var row = tables.outbox.get(key);
    if (row != null && row.attempt() == duty.attempt()) tables.outbox.remove(key);
  }

  private Future<Void> ifHeld(Duty duty, UnaryOperator<DutyRow> change) {
    return tables.commit(() -> {
      tables.outbox.computeIfPresent(
          DutyKey.of(duty), (_, row) -> row.attempt() == duty.attempt() ? change.apply(row) : row);
      return null;
    });
  }

  private boolean isPast(DutyKey key) {
    var payment = tables.paymentOf(key.operation());
    return !payment.stillWants(key.effect());
  }

  private Duty lease(DutyKey key) {
    var attempt = Objects.requireNonNull(tables.outbox.get(key)).attempt() + 1;
    tables.outbox.put(key, new DutyRow(attempt, tables.now().plus(tables.lease), false));
    var payment = tables.paymentOf(key.operation());
    return new Duty(payment, key.operation(), key.effect(), attempt, tables.webhooks.get(key));
  }
}

package tollgate.engine;

import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import tollgate.engine.MemoryTables.PaymentRow;

/** The timers of a {@link MemoryStore}. */
final class MemoryTimers implements Timers {

  private final MemoryTables tables;

  MemoryTimers(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Future<List<Due>> due(int rowsMax) {
    return tables.commit(() -> {
      var now = tables.now();
      return tables.payments.values().stream()
          .filter(row -> row.dueAt() != null && !row.dueAt().isAfter(now))
          .sorted(Comparator.comparing((PaymentRow row) -> Objects.requireNonNull(row.dueAt())))
          .limit(rowsMax)
          .map(row -> new Due(row.payment().id(), row.payment().asks(), tables.isOverdue(row)))
          .toList();
    });
  }
}

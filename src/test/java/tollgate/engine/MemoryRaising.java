package tollgate.engine;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tollgate.engine.MemoryTables.PaymentRow;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Closed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.WithProvider;

/** The raised questions of a {@link MemoryStore}. */
final class MemoryRaising implements Raising {

  private final MemoryTables tables;

  MemoryRaising(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Future<Map<Long, Integer>> raise(Collection<Long> gateways, Round round) {
    return tables.commit(() -> {
      var raised = new HashMap<Long, Integer>();
      for (var gateway : gateways) {
        var questions = begins(gateway, round) ? bringForward(gateway, round) : 0;
        if (questions > 0) raised.put(gateway, questions);
      }
      return raised;
    });
  }

  private boolean begins(long gateway, Round round) {
    var last = tables.raisedAt.get(gateway);
    if (last != null && last.plus(round.length()).isAfter(tables.now())) return false;

    tables.raisedAt.put(gateway, tables.now());
    return true;
  }

  private int bringForward(long gateway, Round round) {
    var next = next(gateway, round);
    for (int turn = 0; turn < next.size(); turn++) {
      var row = next.get(turn);
      var dueAt = tables.now().plus(round.after(turn));
      tables.payments.put(
          row.payment().id(), new PaymentRow(row.payment(), row.version(), row.limitAt(), dueAt));
    }
    return next.size();
  }

  private List<PaymentRow> next(long gateway, Round round) {
    var now = tables.now();
    return tables.payments.values().stream()
        .filter(row -> row.dueAt() != null && row.dueAt().isAfter(now.plus(round.length())))
        .sorted(Comparator.comparing((PaymentRow row) -> Objects.requireNonNull(row.dueAt())))
        .limit(round.rowsMax())
        .filter(row -> row.payment().terms().gateway() == gateway)
        .filter(row -> isKnownThere(row.payment()))
        .filter(row -> !unaskedSince(row).plus(round.length()).isAfter(now))
        .sorted(Comparator.comparing(this::unaskedSince))
        .limit(round.questions())
        .toList();
  }

  private Instant unaskedSince(PaymentRow row) {
    var asked = tables.askedAt.get(row.payment().id());
    var limit = row.payment().terms().timetable().limit();
    return asked == null ? row.limitAt().minusSeconds(limit) : asked;
  }

  private static boolean isKnownThere(Payment payment) {
    return switch (payment.state()) {
      case Processing(boolean inDoubt) -> inDoubt;
      case AwaitingCustomer _, WithProvider _ -> true;
      case Offered _, Closed _ -> false;
    };
  }
}

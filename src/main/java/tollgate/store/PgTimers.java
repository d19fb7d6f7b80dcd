package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tollgate.engine.Timers;
import tollgate.payment.Payment;

/** Due payments in PostgreSQL, shared between nodes by slot; what is late belongs to everybody. */
final class PgTimers implements Timers {

  private static final String DUE =
      """
      select p.project_id, p.operation_id, p.asks, %s
        from payment p
       where p.due_at <= now()
         and (%s = any($1::int2[]) or p.due_at <= now() - interval '1 second')
       order by p.due_at
       limit $2
      """
          .formatted(PaymentRow.LIMIT_PASSED, PgNodes.slotOf("p"));

  private final Statements statements;
  private final Supplier<Short[]> slots;

  PgTimers(Pool pool, Supplier<Short[]> slots) {
    statements = new Statements(pool);
    this.slots = slots;
  }

  @Override
  public Future<List<Due>> due(int rowsMax) {
    return statements
        .execute(DUE, Tuple.tuple().addValue(slots.get()).addValue(rowsMax))
        .map(rows -> {
          var due = new ArrayList<Due>(rows.size());
          for (var row : rows) {
            var id = new Payment.Id(row.getLong(0), row.getLong(1));
            due.add(new Due(id, row.getInteger(2), row.getBoolean(3)));
          }
          return due;
        });
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tollgate.engine.Changes;
import tollgate.engine.Stored;

/** Changed payments in PostgreSQL: one look by key for each that is asked for. */
final class PgChanges implements Changes {

  private static final String SINCE =
      """
      select %s
        from unnest($1::int8[], $2::int8[], $3::int4[]) as i(project_id, operation_id, version)
        join payment p
          on p.project_id = i.project_id
         and p.operation_id = i.operation_id
         and p.project_id = any($4)
       where p.version <> i.version
      """
          .formatted(PaymentRow.COLUMNS);

  private final Statements statements;

  PgChanges(Pool pool) {
    statements = new Statements(pool);
  }

  @Override
  public Future<List<Stored>> since(Collection<Seen> seen) {
    var columns = new Columns<>(List.copyOf(seen));
    var parameters =
        Tuple.tuple()
            .addValue(columns.longs(it -> it.payment().project()))
            .addValue(columns.longs(it -> it.payment().operation()))
            .addValue(columns.ints(Seen::version))
            .addValue(columns.distinct(it -> it.payment().project()));
    return statements
        .execute(SINCE, parameters)
        .map(rows -> {
          var changed = new ArrayList<Stored>();
          for (var row : rows) changed.add(PaymentRow.read(row));
          return changed;
        });
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import tollgate.engine.Changes;
import tollgate.engine.Stored;

/** Changed payments in PostgreSQL: one look by key for each that is asked for. */
final class PgChanges implements Changes {

  static final String SINCE =
      """
      select %s
        from (select * from unnest($1::int8[], $2::text[], $3::int4[]) limit cardinality($1))
                 as i(project_id, payment_id, version)
        join payment p
          on p.project_id = i.project_id
         and p.payment_id = i.payment_id
         and p.project_id = any($4)
       where p.version <> i.version
      """
          .formatted(PaymentRow.COLUMNS);

  private final Statements statements;
  private final PaymentReader reader;

  PgChanges(Pool pool) {
    statements = new Statements(pool);
    reader = new PaymentReader(statements);
  }

  @Override
  public Future<List<Stored>> since(Collection<Seen> seen) {
    var columns = new Columns<>(List.copyOf(seen));
    var parameters =
        Tuple.tuple()
            .addValue(columns.longs(Seen::project))
            .addValue(columns.texts(Seen::paymentId))
            .addValue(columns.ints(Seen::version))
            .addValue(columns.distinct(Seen::project));
    return statements.execute(SINCE, parameters).compose(reader::read);
  }
}

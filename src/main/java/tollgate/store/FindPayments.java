package tollgate.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import tollgate.engine.Batcher;
import tollgate.engine.Callers;
import tollgate.engine.Stored;
import tollgate.engine.Unavailable;

/**
 * Looks payments up by the ids that merchants gave them. Merchants who poll are the busiest readers
 * there are: all that is asked while a statement is in flight is the next statement.
 */
final class FindPayments {

  /**
   * {@code + 0}: no index is asked for the single tenant. To a planner that knows nothing of the
   * table yet, all payments of a tenant look as few as the one that is meant.
   */
  static final String SQL =
      """
      select i.ord, %s
        from (select *
                from unnest($1::int8[], $2::text[]) with ordinality
               limit cardinality($1)) as i(project_id, payment_id, ord)
        join payment p
          on p.payment_id = i.payment_id
         and p.project_id + 0 = i.project_id
         and p.project_id = any($3)
      """
          .formatted(PaymentRow.COLUMNS);

  private record Asking(long project, String paymentId, Promise<Optional<Stored>> promise) {}

  private final Statements statements;
  private final PaymentReader reader;
  private final Batcher<Asking> batcher;

  FindPayments(Pool pool, PgStores.Batches batches) {
    statements = new Statements(pool);
    reader = new PaymentReader(statements);
    batcher = new Batcher<>(batches.rowsMax(), batches.queueMax(), this::findAll);
  }

  Future<Optional<Stored>> find(long project, String paymentId) {
    var promise = Promise.<Optional<Stored>>promise();
    var room = batcher.offer(new Asking(project, paymentId, promise));
    return room
        ? Callers.context(promise)
        : Future.failedFuture(new Unavailable("too many payments are looked for"));
  }

  private Future<?> findAll(List<Asking> all) {
    var columns = new Columns<>(all);
    var parameters =
        Tuple.of(
            columns.longs(Asking::project),
            columns.texts(Asking::paymentId),
            columns.distinct(Asking::project));
    return statements
        .execute(SQL, parameters)
        .compose(rows -> reader.read(rows).onSuccess(found -> answer(all, rows, found)))
        .onFailure(failure -> all.forEach(each -> each.promise().tryFail(failure)))
        .otherwiseEmpty();
  }

  /** What is not among the rows is not there. */
  private static void answer(List<Asking> all, RowSet<Row> rows, List<Stored> found) {
    var stored = found.iterator();
    for (var row : rows) {
      all.get(row.getInteger("ord") - 1).promise().complete(Optional.of(stored.next()));
    }
    for (var each : all) each.promise().tryComplete(Optional.empty());
  }
}

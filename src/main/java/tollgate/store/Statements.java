package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/** One prepared statement, one commit; what goes wrong is said in the engine's words. */
record Statements(Pool pool) {

  Future<RowSet<Row>> execute(String sql, Tuple parameters) {
    return pool.preparedQuery(sql)
        .execute(parameters)
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }
}

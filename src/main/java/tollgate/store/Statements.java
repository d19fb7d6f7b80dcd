package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

/**
 * One prepared statement, one commit; what goes wrong is said in the engine's words.
 *
 * <p>A plan is made once a connection and must fit an empty table as well as a tenant with millions
 * of rows among thousands with one. Of an array PostgreSQL believes that it has ten elements, and
 * ten looks into an index seem dearer to it than all that an average tenant has. So whoever joins
 * an array to a table says {@code limit cardinality($n)}: of a limit that it does not know it
 * expects a tenth, one row, and one row is looked up.
 */
record Statements(Pool pool) {

  Future<RowSet<Row>> execute(String sql, Tuple parameters) {
    return pool.preparedQuery(sql)
        .execute(parameters)
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/** Questions about everything, asked of one moment and without touching anything. */
final class Snapshot {

  /** The pool's plans are made for single rows; whoever reads a whole table must scan it. */
  private static final String BEGIN =
      "begin isolation level repeatable read read only;"
          + " set local enable_seqscan = on; set local plan_cache_mode = auto";

  private Snapshot() {}

  static <T> Future<T> read(Pool pool, Function<SqlConnection, Future<T>> questions) {
    return pool.getConnection()
        .compose(connection ->
            connection
                .query(BEGIN)
                .execute()
                .compose(_ -> questions.apply(connection))
                .eventually(() -> connection.query("rollback").execute())
                .eventually(connection::close))
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }
}

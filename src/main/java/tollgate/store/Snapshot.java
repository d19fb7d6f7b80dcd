package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/** Questions asked of one moment and without touching anything. */
final class Snapshot {

  /** The pool's plans are made for single rows; whoever reads a whole table must scan it. */
  private static final String BEGIN =
      "begin isolation level repeatable read read only;"
          + " set local enable_seqscan = on; set local plan_cache_mode = auto";

  /** A piece is found by its index and never by reading a table to find it. */
  private static final String BEGIN_PIECE =
      "begin isolation level repeatable read read only;"
          + " set local enable_seqscan = off; set local plan_cache_mode = force_custom_plan";

  private Snapshot() {}

  static <T> Future<T> read(Pool pool, Function<SqlConnection, Future<T>> questions) {
    return read(pool, BEGIN, questions);
  }

  /** The same of a part of some tables that an index finds. */
  static <T> Future<T> piece(Pool pool, Function<SqlConnection, Future<T>> questions) {
    return read(pool, BEGIN_PIECE, questions);
  }

  private static <T> Future<T> read(
      Pool pool, String begin, Function<SqlConnection, Future<T>> questions) {
    return pool.getConnection()
        .compose(connection ->
            connection
                .query(begin)
                .execute()
                .compose(_ -> questions.apply(connection))
                .eventually(() -> connection.query("rollback").execute())
                .eventually(connection::close))
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }
}

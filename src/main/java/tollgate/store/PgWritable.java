package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import tollgate.engine.Unavailable;
import tollgate.engine.Writable;

/** A standby, or a server that was made read-only, answers questions and keeps nothing. */
final class PgWritable implements Writable {

  private static final String QUESTION =
      """
      select case when pg_is_in_recovery() then 'the database is a standby'
                  when current_setting('transaction_read_only')::boolean
                  then 'the database is read-only'
                  when to_regclass('public.outbox') is null then 'the tables are missing'
             end
      """;

  private final Pool pool;

  PgWritable(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> check() {
    return pool.query(QUESTION)
        .execute()
        .compose(
            rows -> {
              var why = rows.iterator().next().getString(0);
              return why == null
                  ? Future.succeededFuture()
                  : Future.failedFuture(new Unavailable(why));
            },
            failure -> Future.failedFuture(Failures.of(failure)));
  }
}

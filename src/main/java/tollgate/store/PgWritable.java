package tollgate.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Unavailable;
import tollgate.engine.Writable;

/**
 * A standby, or a server that was made read-only, answers questions and keeps nothing. Nor are
 * promises kept on tables that lack what this release writes: those of an older release. Newer ones
 * will do, since a release only adds what the one before it can live with.
 */
final class PgWritable implements Writable {

  private static final Logger LOG = LoggerFactory.getLogger(PgWritable.class);

  private static final String QUESTION =
      """
      select case when pg_is_in_recovery() then 'the database is a standby'
                  when current_setting('transaction_read_only')::boolean
                  then 'the database is read-only'
             end,
             (select max(version::int) from flyway_schema_history where success)
      """;

  private static final String NO_SUCH_TABLE = "42P01";

  private final Pool pool;
  private final int schema;
  private final AtomicInteger newest;

  /** {@code schema} is the version of the tables that this release was written for. */
  PgWritable(Pool pool, int schema) {
    this.pool = pool;
    this.schema = schema;
    newest = new AtomicInteger(schema);
  }

  @Override
  public Future<Void> check() {
    return pool.query(QUESTION)
        .execute()
        .compose(
            rows -> judged(rows.iterator().next()), failure -> Future.failedFuture(why(failure)));
  }

  private Future<Void> judged(Row row) {
    var why = row.getString(0);
    if (why != null) return Future.failedFuture(new Unavailable(why));

    var there = row.getInteger(1);
    if (there == null || there < schema) return Future.failedFuture(tooOld(there));

    noteNewer(there);
    return Future.succeededFuture();
  }

  private Unavailable tooOld(@Nullable Integer there) {
    return new Unavailable(
        "the tables are of version %s, this release needs %d"
            .formatted(there == null ? "none" : there, schema));
  }

  /** Probes come every few seconds; each new version is said once. */
  private void noteNewer(int there) {
    if (newest.getAndAccumulate(there, Math::max) < there) {
      LOG.warn("the tables are of version {}, newer than this release's {}", there, schema);
    }
  }

  private static Throwable why(Throwable failure) {
    return failure instanceof PgException refused && NO_SUCH_TABLE.equals(refused.getSqlState())
        ? new Unavailable("the tables are missing")
        : Failures.of(failure);
  }
}

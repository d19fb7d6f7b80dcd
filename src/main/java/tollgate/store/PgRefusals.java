package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import tollgate.engine.Refusals;

/** Refused requests in PostgreSQL, swept once they are older than a day. */
final class PgRefusals implements Refusals {

  private static final String REMEMBER =
      """
      insert into refused_request (project_id, request_id, answer, refused_at)
      values ($1, $2, $3, now())
          on conflict (project_id, request_id) do nothing
      """;

  private static final String FIND =
      """
      select answer
        from refused_request
       where project_id = $1
         and request_id = $2
         and refused_at > now() - interval '1 day'
      """;

  /** A bounded piece at a time, so that no sweep is a long transaction. */
  private static final String SWEEP =
      """
      delete from refused_request r
       using (select project_id, request_id
                from refused_request
               where refused_at <= now() - interval '1 day'
               limit 1000) old
       where r.project_id = old.project_id
         and r.request_id = old.request_id
      """;

  private final Pool pool;

  PgRefusals(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> remember(long project, String requestId, String body) {
    return pool.preparedQuery(REMEMBER)
        .execute(Tuple.of(project, requestId, body))
        .recover(failure -> Future.failedFuture(Failures.of(failure)))
        .mapEmpty();
  }

  @Override
  public Future<Optional<String>> find(long project, String requestId) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(project, requestId))
        .recover(failure -> Future.failedFuture(Failures.of(failure)))
        .map(rows -> rows.stream().findFirst().map(row -> row.getString(0)));
  }

  Future<Void> sweep() {
    return pool.query(SWEEP).execute().mapEmpty();
  }
}

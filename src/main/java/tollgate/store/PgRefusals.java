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

  private final Statements statements;

  PgRefusals(Pool pool) {
    statements = new Statements(pool);
  }

  @Override
  public Future<Void> remember(long project, String requestId, String body) {
    return statements.execute(REMEMBER, Tuple.of(project, requestId, body)).mapEmpty();
  }

  @Override
  public Future<Optional<String>> find(long project, String requestId) {
    return statements
        .execute(FIND, Tuple.of(project, requestId))
        .map(rows -> rows.stream().findFirst().map(row -> row.getString(0)));
  }

  Future<Void> sweep() {
    return statements.execute(SWEEP, Tuple.tuple()).mapEmpty();
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import tollgate.store.Heads.Place;

/** How far the proof has come, for all nodes: whoever proves next goes on from there. */
final class AuditMarks {

  private static final String PLACE =
      "select project_id, account, currency from audit_mark where name = 'balances'";

  private static final String MARK =
      """
      insert into audit_mark (name, project_id, account, currency, marked_at)
      values ($1, $2, $3, $4, now())
          on conflict (name)
          do update set project_id = excluded.project_id, account = excluded.account,
                        currency = excluded.currency, marked_at = excluded.marked_at
      """;

  private final Statements statements;

  AuditMarks(Pool pool) {
    statements = new Statements(pool);
  }

  /** Where the turn of the balances stands. */
  Future<Place> place() {
    return statements
        .execute(PLACE, Tuple.tuple())
        .map(rows -> {
          for (var row : rows) {
            return new Place(row.getLong(0), row.getString(1), row.getString(2));
          }
          return Place.START;
        });
  }

  Future<Void> mark(String name, Place place) {
    return statements
        .execute(MARK, Tuple.of(name, place.project(), place.account(), place.currency()))
        .mapEmpty();
  }
}

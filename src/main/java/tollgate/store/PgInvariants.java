package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import tollgate.engine.Invariants;

/**
 * The proof over PostgreSQL. All questions are asked of one snapshot, so commits that go on
 * meanwhile are either wholly in it or not at all.
 */
final class PgInvariants implements Invariants {

  private final Pool pool;

  PgInvariants(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<List<Finding>> check() {
    return Snapshot.read(
        pool,
        connection -> {
          var findings = new ArrayList<Finding>();
          Future<Void> done = Future.succeededFuture();
          for (var invariant : Invariant.values()) {
            done =
                done.compose(_ ->
                    ask(connection, invariant)
                        .map(found -> {
                          findings.add(found);
                          return null;
                        }));
          }
          return done.map(_ -> findings);
        });
  }

  private static Future<Finding> ask(SqlConnection connection, Invariant invariant) {
    return connection
        .query("select * from (" + invariant.query() + ") q limit " + IDS_MAX)
        .execute()
        .map(rows -> {
          var ids = new ArrayList<String>();
          for (var row : rows) ids.add(row.getString(0));
          return new Finding(invariant.name(), invariant.rule(), ids);
        });
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tollgate.config.Kept;
import tollgate.config.Key;
import tollgate.config.Key.Kind;

/**
 * The configuration in its tables. Rare and small, so it is read whole and saved thing by thing.
 */
final class PgConfiguration implements Kept {

  private static final String VERSION = "select version from configuration where one";

  private static final String RAISE =
      """
      update configuration
         set version = version + 1, changed_at = now()
       where one and version = $1
      returning version
      """;

  private static final String ROWS =
      """
      select 'CENTRE' as kind, centre as name, centre, body, version from settlement_centre
      union all
      select 'GATEWAY', gateway_id::text, centre, body, version from gateway
      union all
      select 'PROJECT', project_id::text, centre, body, version from project
      union all
      select 'ACTIVATION', project_id || '/' || method, centre, body, version from activation
      union all
      select 'RATE', centre || '/' || pair, centre, body, version from exchange_rate
      union all
      select 'DATA_TOKEN', name, centre, body, version from data_token
      """;

  private static final String SECRETS =
      """
      select 'GATEWAY' as kind, gateway_id::text as thing, name, sealed from gateway_key
      union all
      select 'PROJECT', project_id::text, name, sealed from project_secret
      union all
      select 'DATA_TOKEN', name, secret, sealed from data_token_secret
      """;

  private static final String LOG =
      """
      insert into configuration_change
          (version, part, who, what, kind, name, before, after, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, now())
      """;

  private static final String LOGGED =
      """
      select version, part, who, what, kind, name, before, after, changed_at
        from configuration_change
       where version < $1
       order by version desc, part
       limit $2
      """;

  private final Pool pool;

  PgConfiguration(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Long> version() {
    return new Statements(pool)
        .execute(VERSION, Tuple.tuple())
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<State> load() {
    return Snapshot.read(
        pool,
        connection ->
            connection
                .query(VERSION)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .compose(version ->
                    rows(connection)
                        .compose(rows ->
                            secrets(connection).map(all -> new State(version, rows, all)))));
  }

  private static Future<List<Row>> rows(SqlConnection connection) {
    return connection
        .query(ROWS)
        .collecting(
            Collectors.mapping(
                row ->
                    new Row(
                        new Key(Kind.valueOf(row.getString(0)), row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4)),
                Collectors.<Row>toList()))
        .execute()
        .map(result -> result.value());
  }

  private static Future<List<Sealed>> secrets(SqlConnection connection) {
    return connection
        .query(SECRETS)
        .collecting(
            Collectors.mapping(
                row ->
                    new Sealed(
                        new Key(Kind.valueOf(row.getString(0)), row.getString(1)),
                        row.getString(2),
                        row.getString(3)),
                Collectors.<Sealed>toList()))
        .execute()
        .map(result -> result.value());
  }

  @Override
  public Future<Boolean> save(Change change) {
    return pool.getConnection()
        .compose(connection ->
            connection
                .begin()
                .compose(transaction ->
                    raised(connection, change)
                        .compose(
                            saved -> transaction.commit().map(saved),
                            failure ->
                                transaction
                                    .rollback()
                                    .transform(_ -> Future.failedFuture(failure))))
                .eventually(connection::close))
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }

  @Override
  public Future<List<Logged>> log(long before, int most) {
    return pool.preparedQuery(LOGGED)
        .collecting(Collectors.mapping(PgConfiguration::logged, Collectors.<Logged>toList()))
        .execute(Tuple.of(before, most))
        .map(result -> result.value())
        .recover(failure -> Future.failedFuture(Failures.of(failure)));
  }

  private static Logged logged(io.vertx.sqlclient.Row row) {
    var kind = row.getString(4);
    var key = kind == null ? null : new Key(Kind.valueOf(kind), row.getString(5));
    var entry =
        new Entry(row.getString(2), row.getString(3), key, row.getString(6), row.getString(7));
    return new Logged(
        row.getLong(0), row.getInteger(1), row.getOffsetDateTime(8).toInstant(), entry);
  }

  private static Future<Boolean> raised(SqlConnection connection, Change change) {
    return connection
        .preparedQuery(RAISE)
        .execute(Tuple.of(change.since()))
        .compose(raised ->
            raised.size() == 0
                ? Future.succeededFuture(false)
                : write(connection, change).map(true));
  }

  private static Future<Void> write(SqlConnection connection, Change change) {
    var steps = new ArrayList<Step>();
    change.rows().forEach(row -> steps.add(ConfigurationRows.upsert(row)));
    change.removed().forEach(key -> steps.add(ConfigurationRows.remove(key)));
    change.resealed().forEach(key -> steps.add(ConfigurationRows.removeSecrets(key)));
    change.secrets().forEach(sealed -> steps.add(ConfigurationRows.seal(sealed)));
    for (int part = 0; part < change.log().size(); part++) {
      steps.add(new Step(LOG, logged(change.since() + 1, part, change.log().get(part))));
    }
    var all = Future.<Void>succeededFuture();
    for (var step : steps) all = all.compose(_ -> step.on(connection));
    return all;
  }

  private static Tuple logged(long version, int part, Entry entry) {
    var key = entry.key();
    return Tuple.tuple()
        .addLong(version)
        .addInteger(part)
        .addString(entry.who())
        .addString(entry.what())
        .addString(key == null ? null : key.kind().name())
        .addString(key == null ? null : key.name())
        .addString(entry.before())
        .addString(entry.after());
  }

  /** One statement of a change. */
  record Step(String sql, Tuple parameters) {

    Future<Void> on(SqlConnection connection) {
      return connection.preparedQuery(sql).execute(parameters).mapEmpty();
    }
  }
}

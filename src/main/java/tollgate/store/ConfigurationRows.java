package tollgate.store;

import io.vertx.sqlclient.Tuple;
import tollgate.config.Kept.Row;
import tollgate.config.Kept.Sealed;
import tollgate.config.Key;
import tollgate.store.PgConfiguration.Step;

/** Which table each thing lies in, and what is written there. */
final class ConfigurationRows {

  private static final String CENTRE =
      """
      insert into settlement_centre (centre, body, version, changed_at)
      values ($1, $2, $3, now())
      on conflict (centre) do update
         set body = excluded.body, version = excluded.version, changed_at = excluded.changed_at
      """;

  private static final String GATEWAY =
      """
      insert into gateway (gateway_id, centre, body, version, changed_at)
      values ($1, $2, $3, $4, now())
      on conflict (gateway_id) do update
         set body = excluded.body, version = excluded.version, changed_at = excluded.changed_at
      """;

  private static final String PROJECT =
      """
      insert into project (project_id, centre, body, version, changed_at)
      values ($1, $2, $3, $4, now())
      on conflict (project_id) do update
         set body = excluded.body, version = excluded.version, changed_at = excluded.changed_at
      """;

  private static final String ACTIVATION =
      """
      insert into activation (project_id, method, centre, body, version, changed_at)
      values ($1, $2, $3, $4, $5, now())
      on conflict (project_id, method) do update
         set body = excluded.body, version = excluded.version, changed_at = excluded.changed_at
      """;

  private static final String RATE =
      """
      insert into exchange_rate (centre, pair, body, version, changed_at)
      values ($1, $2, $3, $4, now())
      on conflict (centre, pair) do update
         set body = excluded.body, version = excluded.version, changed_at = excluded.changed_at
      """;

  private static final String DATA_TOKEN =
      """
      insert into data_token (name, centre, body, version, changed_at)
      values ($1, $2, $3, $4, now())
      on conflict (name) do update
         set body = excluded.body, version = excluded.version, changed_at = excluded.changed_at
      """;

  private static final String DATA_TOKEN_SECRET =
      """
      insert into data_token_secret (name, secret, sealed) values ($1, $2, $3)
      on conflict (name, secret) do update set sealed = excluded.sealed
      """;

  private static final String GATEWAY_KEY =
      """
      insert into gateway_key (gateway_id, name, sealed) values ($1, $2, $3)
      on conflict (gateway_id, name) do update set sealed = excluded.sealed
      """;

  private static final String PROJECT_SECRET =
      """
      insert into project_secret (project_id, name, sealed) values ($1, $2, $3)
      on conflict (project_id, name) do update set sealed = excluded.sealed
      """;

  private ConfigurationRows() {}

  static Step upsert(Row row) {
    var key = row.key();
    return switch (key.kind()) {
      case CENTRE -> new Step(CENTRE, Tuple.of(row.centre(), row.body(), row.version()));
      case GATEWAY ->
          new Step(GATEWAY, Tuple.of(key.number(), row.centre(), row.body(), row.version()));
      case PROJECT ->
          new Step(PROJECT, Tuple.of(key.number(), row.centre(), row.body(), row.version()));
      case ACTIVATION ->
          new Step(
              ACTIVATION,
              Tuple.of(key.number(), key.method(), row.centre(), row.body(), row.version()));
      case RATE -> new Step(RATE, Tuple.of(row.centre(), key.method(), row.body(), row.version()));
      case DATA_TOKEN ->
          new Step(DATA_TOKEN, Tuple.of(key.name(), row.centre(), row.body(), row.version()));
    };
  }

  static Step remove(Key key) {
    return switch (key.kind()) {
      case ACTIVATION ->
          new Step(
              "delete from activation where project_id = $1 and method = $2",
              Tuple.of(key.number(), key.method()));
      case RATE ->
          new Step(
              "delete from exchange_rate where centre || '/' || pair = $1", Tuple.of(key.name()));
      case DATA_TOKEN -> new Step("delete from data_token where name = $1", Tuple.of(key.name()));
      case CENTRE, GATEWAY, PROJECT -> throw new IllegalStateException(key + " is never deleted");
    };
  }

  static Step removeSecrets(Key key) {
    return switch (key.kind()) {
      case GATEWAY ->
          new Step("delete from gateway_key where gateway_id = $1", Tuple.of(key.number()));
      case PROJECT ->
          new Step("delete from project_secret where project_id = $1", Tuple.of(key.number()));
      case DATA_TOKEN ->
          new Step("delete from data_token_secret where name = $1", Tuple.of(key.name()));
      case CENTRE, ACTIVATION, RATE -> throw new IllegalStateException(key + " has no secrets");
    };
  }

  static Step seal(Sealed sealed) {
    var key = sealed.key();
    return switch (key.kind()) {
      case GATEWAY -> new Step(GATEWAY_KEY, Tuple.of(key.number(), sealed.name(), sealed.text()));
      case PROJECT ->
          new Step(PROJECT_SECRET, Tuple.of(key.number(), sealed.name(), sealed.text()));
      case DATA_TOKEN ->
          new Step(DATA_TOKEN_SECRET, Tuple.of(key.name(), sealed.name(), sealed.text()));
      case CENTRE, ACTIVATION, RATE -> throw new IllegalStateException(key + " has no secrets");
    };
  }
}

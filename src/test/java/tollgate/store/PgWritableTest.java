package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.support.Postgres;

/** When a node is ready, as far as its database says so. */
class PgWritableTest {

  private static Vertx vertx;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void close() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as this release made it           | select 1 | ready
          a newer release was here          | insert into flyway_schema_history values (999, '999', 'x', 'SQL', 'x', 1, 'x', now(), 1, true) | ready
          its migration did not succeed     | insert into flyway_schema_history values (999, '999', 'x', 'SQL', 'x', 1, 'x', now(), 1, false) | ready
          the last migration is not there   | delete from flyway_schema_history where version::int = NEWEST | the tables are of version BEFORE, this release needs NEWEST
          no migration is there             | delete from flyway_schema_history | the tables are of version none, this release needs NEWEST
          no tables                         | drop schema public cascade; create schema public; grant usage on schema public to public | the tables are missing
          read-only                         | alter database NAME set default_transaction_read_only = on | the database is read-only
          """)
  void isReady(String state, String sql, String said) throws Exception {
    var options = Postgres.fresh();
    var schema = Migrations.run(options);
    Postgres.execute(options.database(), filled(sql, schema).replace("NAME", options.database()));

    assertThat(said(options, schema)).as(state).isEqualTo(filled(said, schema));
  }

  private static String filled(String text, int schema) {
    return text.replace("NEWEST", Integer.toString(schema))
        .replace("BEFORE", Integer.toString(schema - 1));
  }

  /** While a release is rolled out, and when it is taken back. */
  @Test
  void aReleaseStartsOnTablesOfTheNext() throws Exception {
    var options = Postgres.fresh();
    var schema = Migrations.run(options);
    Postgres.execute(
        options.database(),
        "insert into flyway_schema_history"
            + " values (999, '999', 'next', 'SQL', 'V999__next.sql', 1, 'x', now(), 1, true)");

    assertThat(Migrations.run(options)).isEqualTo(schema);
    assertThat(said(options, schema)).isEqualTo("ready");
  }

  /** A server that waits for a primary that will never speak is a standby like any other. */
  @Test
  void aStandbyIsNotReady() throws Exception {
    var options = Postgres.fresh();
    int schema;
    try (var primary = EmbeddedDatabase.start(folder, 0)) {
      schema = Migrations.run(primary.instead(options));
    }
    Files.createFile(EmbeddedDatabase.dataOf(folder).resolve("standby.signal"));

    try (var standby = EmbeddedDatabase.start(folder, 0)) {
      assertThat(said(standby.instead(options), schema)).isEqualTo("the database is a standby");
    }
  }

  /** The version that readiness asks for is that of the newest file. */
  @Test
  void theVersionIsTheNewestFiles() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db"))) {
      var versions =
          files
              .map(Path::getFileName)
              .map(Path::toString)
              .flatMap(PgWritableTest::version)
              .toList();

      assertThat(Migrations.run(Postgres.fresh()))
          .isEqualTo(versions.stream().max(Integer::compare).orElseThrow());
    }
  }

  private static Stream<Integer> version(String file) {
    return file.startsWith("V")
        ? Stream.of(Integer.parseInt(file.substring(1, file.indexOf("__"))))
        : Stream.empty();
  }

  private static String said(DatabaseOptions options, int schema) throws Exception {
    var server =
        new PgConnectOptions()
            .setHost(options.host())
            .setPort(options.port())
            .setDatabase(options.database())
            .setUser(options.user())
            .setPassword(options.password().reveal());
    var pool = PgBuilder.pool().using(vertx).connectingTo(server).with(new PoolOptions()).build();
    return new PgWritable(pool, schema)
        .check()
        .map("ready")
        .otherwise(Throwable::getMessage)
        .eventually(pool::close)
        .await(20, TimeUnit.SECONDS);
  }
}

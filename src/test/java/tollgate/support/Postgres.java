package tollgate.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tollgate.store.DatabaseOptions;
import tollgate.store.Migrations;
import tollgate.tenant.Secret;

/**
 * A real PostgreSQL for tests: one server a JVM and version, started when first asked for, and a
 * fresh database, migrated, for whoever wants one.
 */
public enum Postgres {
  /** The one that Tollgate brings along. */
  EMBEDDED {
    @Override
    int start() throws IOException {
      var server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "100")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
      return server.getPort();
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  },

  /** The oldest that we promise to work on, where Debian's packages have put it. */
  DEBIAN_15 {
    @Override
    int start() throws IOException {
      return DebianPostgres.start();
    }
  };

  /** As much in a round as usual, but nobody is spared: tests have the machine for themselves. */
  private static final DatabaseOptions.Audit WITHOUT_REST =
      new DatabaseOptions.Audit(
          DatabaseOptions.Audit.USUAL.unsettledPagesMax(),
          DatabaseOptions.Audit.USUAL.settledPagesMax(),
          0);

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Map<Postgres, Integer> PORTS = new ConcurrentHashMap<>();
  private static final Map<Postgres, String> TEMPLATES = new ConcurrentHashMap<>();
  private static final long RUN = ProcessHandle.current().pid();

  abstract int start() throws IOException;

  /** A new database with today's tables, on the embedded server. */
  public static DatabaseOptions fresh() {
    return EMBEDDED.freshDatabase();
  }

  /** A new database with today's tables. */
  public DatabaseOptions freshDatabase() {
    var name = newName();
    run("postgres", "create database " + name + " template " + template());
    return options(name);
  }

  private static String newName() {
    return "t" + RUN + "_" + DATABASES.incrementAndGet();
  }

  /** A database that is migrated once and then only copied, which takes a tenth of the time. */
  private String template() {
    return TEMPLATES.computeIfAbsent(this, Postgres::migrated);
  }

  private static String migrated(Postgres server) {
    var name = newName();
    server.run(
        "postgres",
        "do $$ begin create role tollgate login password 'tollgate';"
            + " exception when duplicate_object or unique_violation then null; end $$");
    server.run("postgres", "create database " + name);
    Migrations.run(server.options(name));
    return name;
  }

  /** Runs SQL on the embedded server as the owner, who may do what the gateway may not. */
  public static void execute(String database, String sql) {
    EMBEDDED.run(database, sql);
  }

  /** One number of a database on the embedded server, asked as the owner. */
  public static long number(String database, String sql) {
    try (var connection = EMBEDDED.connect(database);
        var rows = connection.createStatement().executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Holds a table of the embedded server against everybody until it is closed. */
  public static Lock locked(String database, String table) {
    try {
      var connection = EMBEDDED.connect(database);
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("lock table " + table + " in access exclusive mode");
      }
      return new Lock(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What is held. */
  public record Lock(Connection connection) implements AutoCloseable {
    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private Connection connect(String database) throws SQLException {
    var url = "jdbc:postgresql://localhost:%d/%s".formatted(port(), database);
    return DriverManager.getConnection(url, "postgres", "postgres");
  }

  /** Runs SQL as the owner, who may do what the gateway may not. */
  public void run(String database, String sql) {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private int port() {
    return PORTS.computeIfAbsent(this, Postgres::started);
  }

  private static int started(Postgres server) {
    try {
      return server.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private DatabaseOptions options(String name) {
    return new DatabaseOptions(
        "localhost",
        port(),
        name,
        "tollgate",
        new Secret("tollgate"),
        "postgres",
        new Secret("postgres"),
        8,
        1000,
        Duration.ofSeconds(5),
        Duration.ofSeconds(3),
        Duration.ofSeconds(15),
        Duration.ofSeconds(5),
        DatabaseOptions.Settling.USUAL,
        DatabaseOptions.IdBlocks.USUAL,
        DatabaseOptions.FirstAnswers.USUAL,
        DatabaseOptions.Events.USUAL,
        WITHOUT_REST);
  }
}

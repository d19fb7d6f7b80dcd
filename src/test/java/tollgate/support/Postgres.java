package tollgate.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import tollgate.store.DatabaseOptions;
import tollgate.store.Migrations;
import tollgate.tenant.Secret;

/**
 * A real PostgreSQL for tests: one server a JVM, started when first asked for, and a fresh
 * database, migrated, for whoever wants one. Set {@code -Dpostgres.port} to use a server that runs
 * already.
 */
public final class Postgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final long RUN = ProcessHandle.current().pid();

  private Postgres() {}

  private static final class Server {
    static final int PORT = start();

    private static int start() {
      var given = Integer.getInteger("postgres.port");
      if (given != null) return given;
      try {
        var server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server.getPort();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** A new database with today's tables. */
  public static DatabaseOptions fresh() {
    var name = "t" + RUN + "_" + DATABASES.incrementAndGet();
    execute(
        "postgres",
        "do $$ begin create role tollgate login password 'tollgate';"
            + " exception when duplicate_object or unique_violation then null; end $$");
    execute("postgres", "create database " + name);
    var options = options(name);
    Migrations.run(options);
    return options;
  }

  /** Runs SQL as the owner, who may do what the gateway may not. */
  public static void execute(String database, String sql) {
    var url = "jdbc:postgresql://localhost:%d/%s".formatted(Server.PORT, database);
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static DatabaseOptions options(String name) {
    return new DatabaseOptions(
        "localhost",
        Server.PORT,
        name,
        "tollgate",
        new Secret("tollgate"),
        "postgres",
        new Secret("postgres"),
        8,
        1000,
        Duration.ofSeconds(5),
        Duration.ofSeconds(3),
        Duration.ofSeconds(15));
  }
}

package tollgate.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import tollgate.tenant.Secret;

/**
 * A PostgreSQL of our own: real, durable, kept from one start to the next, and reachable from this
 * machine alone. For a first look and for tests; whoever has accounts on this machine may log in.
 * Blocking, so it runs before anything else starts.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String OWNER = "postgres";
  private static final String USER = "tollgate";
  private static final String DATABASE = "tollgate";

  /** A crash leaves up to a gigabyte of log to be replayed. */
  private static final Duration START_WAIT = Duration.ofMinutes(2);

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Where the server keeps its files, below the folder that is set. */
  public static Path dataOf(Path folder) {
    return folder.toAbsolutePath().normalize().resolve("postgres");
  }

  /**
   * Whether the first start came to its end; before that, nothing in the folder is worth keeping.
   */
  public static boolean isComplete(Path folder) {
    return Files.exists(marker(folder));
  }

  private static Path marker(Path folder) {
    return folder.resolve("complete");
  }

  /**
   * Starts it; no other may run on the folder.
   *
   * @param port 0 takes any that is free
   */
  public static EmbeddedDatabase start(Path folder, int port) throws IOException {
    var server =
        EmbeddedPostgres.builder()
            .setDataDirectory(dataOf(folder))
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_WAIT)
            .setPort(port)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_connections", "60")
            .setServerConfig("wal_buffers", "16MB")
            .setServerConfig("max_wal_size", "1GB")
            .setServerConfig("min_wal_size", "1GB")
            .setServerConfig("checkpoint_timeout", "15min")
            .start();
    var database = new EmbeddedDatabase(server);
    if (!isComplete(folder)) database.complete(folder);
    return database;
  }

  private void complete(Path folder) throws IOException {
    var url = server.getJdbcUrl(OWNER, OWNER);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("create role " + USER + " login");
      statement.execute("create database " + DATABASE + " owner " + OWNER);
    } catch (SQLException failure) {
      close();
      throw new IOException("cannot be set up: " + failure.getMessage(), failure);
    }
    Files.createFile(marker(folder));
  }

  /**
   * The same limits, but this server. It trusts who is on this machine, so passwords say nothing.
   */
  public DatabaseOptions instead(DatabaseOptions options) {
    var trusted = new Secret("trusted");
    return new DatabaseOptions(
        "127.0.0.1",
        server.getPort(),
        DATABASE,
        USER,
        trusted,
        OWNER,
        trusted,
        options.connectionsMax(),
        options.queueMax(),
        options.statementTimeout(),
        options.connectTimeout(),
        options.lease(),
        options.decideFirst(),
        options.settling(),
        options.idBlocks(),
        options.firstAnswers(),
        options.events(),
        options.audit());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

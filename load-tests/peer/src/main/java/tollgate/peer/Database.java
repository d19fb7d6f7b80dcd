package tollgate.peer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A new PostgreSQL for one contender: the binaries that the gateway embeds, and the same settings
 * for all. Its logins are trusted, so it listens on loopback alone.
 */
final class Database implements AutoCloseable {

  static final String OWNER = "postgres";

  /**
   * As the gateway sets its own server, with more memory and more connections: Kill Bill wants
   * them.
   */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("shared_buffers", "1GB"),
          Map.entry("max_connections", "200"),
          Map.entry("wal_buffers", "16MB"),
          Map.entry("max_wal_size", "1GB"),
          Map.entry("min_wal_size", "256MB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("wal_compression", "on"));

  private final EmbeddedPostgres server;
  private final Path data;
  private final String name;

  private Database(EmbeddedPostgres server, Path data, String name) {
    this.server = server;
    this.data = data;
    this.name = name;
  }

  /** A new server in the folder, with one empty database of the name. */
  static Database start(Path folder, String name) throws IOException, SQLException {
    var data = folder.resolve("postgres").toAbsolutePath();
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(true)
            .setPGStartupWait(Duration.ofMinutes(1));
    SETTINGS.forEach(builder::setServerConfig);
    var database = new Database(builder.start(), data, name);
    try (var connection = database.connect(OWNER);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return database;
  }

  String name() {
    return name;
  }

  int port() {
    return server.getPort();
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + name;
  }

  /** Statements, as they stand in one script. */
  void run(String sql) throws SQLException {
    try (var connection = connect(name);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (var connection = connect(name);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Such as {@code 18.6}. */
  String version() throws SQLException {
    try (var connection = connect(name)) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }

  private Connection connect(String to) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port(), to, OWNER));
  }

  /** Of the server's first process, the first line of its pid file. */
  long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

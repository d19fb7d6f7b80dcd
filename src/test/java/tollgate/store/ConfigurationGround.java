package tollgate.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tollgate.AllProviders;
import tollgate.config.Book;
import tollgate.config.Directory;
import tollgate.config.DirectoryOptions;
import tollgate.config.Edit;
import tollgate.config.KeyOptions;
import tollgate.config.Keyring;
import tollgate.config.Language;
import tollgate.config.Mistakes;
import tollgate.config.Outcome;
import tollgate.config.Written;
import tollgate.config.YamlFile;
import tollgate.keys.Dice;
import tollgate.support.Postgres;

/** A real database and two nodes on it, for tests of the configuration. */
abstract class ConfigurationGround {

  @TempDir Path folder;

  final Vertx vertx = Vertx.vertx();
  DatabaseOptions options;
  PgStores stores;
  Path keyFile;
  Directory one;
  Directory other;

  Postgres server() {
    return Postgres.EMBEDDED;
  }

  @BeforeEach
  void open() throws IOException {
    options = server().freshDatabase();
    stores = await(PgStores.open(vertx, options, InstantSource.system()));
    keyFile = folder.resolve("master.key");
    Files.writeString(keyFile, key("k1") + "\n");
    one = node();
    other = node();
  }

  @AfterEach
  void close() {
    await(one.close().compose(_ -> other.close()).compose(_ -> stores.close()));
    await(vertx.close());
  }

  Directory node() {
    Dice dice = ConfigurationGround::dice;
    var providers = AllProviders.known();
    var language = new Language(providers, "https://pay.example");
    var keyring = new Keyring(new KeyOptions(null, keyFile, false), keyFile, dice);
    var parts = new Directory.Parts(vertx, stores.configuration(), language, keyring, dice);
    var directory = new Directory(parts);
    await(directory.open(DirectoryOptions.USUAL));
    return directory;
  }

  static byte[] dice(int count) {
    var bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  static String key(String id) {
    return id + ":" + Base64.getEncoder().encodeToString((id + "-".repeat(30)).getBytes(UTF_8));
  }

  static Written.Members demo() {
    var mistakes = new Mistakes();
    var file = YamlFile.read(Path.of("config/demo.yaml"), mistakes);
    assertThat(mistakes.list()).isEmpty();
    return file.section("settlementCentres");
  }

  static Outcome imported(Directory node, Written.Members centres) {
    return await(node.change("ann", "import", Edit.laidOver(centres)));
  }

  static Edit webhook(String url) {
    return put(List.of("demo", "projects", "210", "webhookUrl"), url);
  }

  static Edit field(String name) {
    return put(List.of("demo", "gateways", "1", "fields", name), "x");
  }

  static Edit put(List<String> path, String value) {
    return (book, _) ->
        new Edit.Wish.Tree(book.tree(Book.Secrets.CLEAR).with(path, text(value, "")));
  }

  static Written text(String text, String where) {
    return new Written.Text(text, where);
  }

  String text(String sql) throws SQLException {
    var url = "jdbc:postgresql://localhost:%d/%s".formatted(options.port(), options.database());
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var rows = connection.createStatement().executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  static void until(BooleanSupplier condition) {
    var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}

package tollgate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.store.DatabaseOptions;
import tollgate.store.EmbeddedDatabase;
import tollgate.store.Migrations;

/** The database, there and up to date, before anything that needs it starts. */
final class Databases {

  private static final Logger LOG = LoggerFactory.getLogger(Databases.class);

  private final Settings settings;
  private final Stops stops;

  Databases(Settings settings, Stops stops) {
    this.settings = settings;
    this.stops = stops;
  }

  /** Where it is, and the version of the tables that this release was written for. */
  record Ready(DatabaseOptions options, int schema) {}

  Ready ready() throws StartFailed {
    var options = settings.embedded().on() ? embedded() : settings.database();
    try {
      LOG.info("tables: bringing them up to date");
      return new Ready(options, Migrations.run(options));
    } catch (RuntimeException failure) {
      var where = options.host() + ":" + options.port() + "/" + options.database();
      throw new StartFailed("database " + where, failure);
    }
  }

  private DatabaseOptions embedded() throws StartFailed {
    var folder = settings.embedded().folder();
    try {
      DataFolder.prepare(folder, settings.embedded().freeBytesMin());
      prepare(folder);
      var database = EmbeddedDatabase.start(folder, settings.embedded().port());
      stops.add("embedded database", database::close);
      return database.instead(settings.database());
    } catch (InterruptedException failure) {
      Thread.currentThread().interrupt();
      throw new StartFailed("interrupted", failure);
    } catch (IOException | RuntimeException failure) {
      throw new StartFailed("embedded database in " + folder.toAbsolutePath(), failure);
    }
  }

  private static void prepare(Path folder) throws IOException, InterruptedException {
    var data = EmbeddedDatabase.dataOf(folder);
    if (Leftover.stop(data)) LOG.info("database: stopped the one that an earlier run left behind");
    if (EmbeddedDatabase.isComplete(folder)) {
      LOG.info("database: starting PostgreSQL on {}", data);
      return;
    }
    LOG.info("database: making a new one in {}; the first time takes a few seconds", data);
    remove(data);
  }

  /** Only what a first start left behind that never came to its end. */
  private static void remove(Path data) throws IOException {
    if (!Files.exists(data)) return;

    try (var all = Files.walk(data)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    }
  }
}

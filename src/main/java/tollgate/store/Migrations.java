package tollgate.store;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables to this release's version. Blocking, so it runs before anything else starts;
 * under the database's own lock, so any number of nodes may start at once.
 */
public final class Migrations {

  private Migrations() {}

  /**
   * Runs what is missing, as the owner of the tables.
   *
   * @throws IllegalStateException when the database does not answer or a migration fails
   */
  public static void run(DatabaseOptions options) {
    var url =
        "jdbc:postgresql://%s:%d/%s?lock_timeout=2000&connectTimeout=%d&ApplicationName=tollgate"
            .formatted(
                options.host(),
                options.port(),
                options.database(),
                Math.max(1, options.connectTimeout().toSeconds()));
    try {
      Flyway.configure()
          .dataSource(url, options.owner(), options.ownerPassword().reveal())
          .locations("classpath:db")
          .placeholders(Map.of("gateway", options.user()))
          .load()
          .migrate();
    } catch (FlywayException failure) {
      throw new IllegalStateException("migration: " + failure.getMessage(), failure);
    }
  }
}

package tollgate.store;

import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables to this release's version. Blocking, so it runs before anything else starts;
 * under the database's own lock, so any number of nodes may start at once.
 */
public final class Migrations {

  private Migrations() {}

  /**
   * Runs what is missing, as the owner of the tables. Tables of a newer release are left as they
   * are.
   *
   * @return the version of the tables that this release was written for
   * @throws IllegalStateException when the database does not answer or a migration fails
   */
  public static int run(DatabaseOptions options) {
    var url =
        "jdbc:postgresql://%s:%d/%s?lock_timeout=2000&connectTimeout=%d&ApplicationName=tollgate"
            .formatted(
                options.host(),
                options.port(),
                options.database(),
                Math.max(1, options.connectTimeout().toSeconds()));
    try {
      var flyway =
          Flyway.configure()
              .dataSource(url, options.owner(), options.ownerPassword().reveal())
              .locations("classpath:db")
              .placeholders(Map.of("gateway", options.user()))
              .load();
      flyway.migrate();
      return newest(flyway);
    } catch (FlywayException failure) {
      throw new IllegalStateException("migration: " + failure.getMessage(), failure);
    }
  }

  /** Of those that came with us; the database may know newer ones. */
  private static int newest(Flyway flyway) {
    return Stream.of(flyway.info().all())
        .filter(each -> each.getVersion() != null && each.getState().isResolved())
        .mapToInt(each -> Integer.parseInt(each.getVersion().getVersion()))
        .max()
        .orElse(0);
  }
}

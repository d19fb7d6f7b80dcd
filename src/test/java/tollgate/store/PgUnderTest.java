package tollgate.store;

import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Vertx;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import tollgate.engine.Ids;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.engine.Refusals;
import tollgate.engine.StoreUnderTest;
import tollgate.engine.Timers;
import tollgate.engine.Wallets;
import tollgate.support.Postgres;

/**
 * The real store as the contract suites meet it: one database for all of them, so that a test also
 * sees what others leave behind. Time passes by moving every kept time back.
 */
final class PgUnderTest implements StoreUnderTest {

  static final PgUnderTest SHARED = new PgUnderTest();

  private final AtomicLong projects = new AtomicLong(1000);
  private final DatabaseOptions options = Postgres.fresh();
  private final PgStores stores =
      await(PgStores.open(Vertx.vertx(), options, InstantSource.system()));

  private PgUnderTest() {}

  @Override
  public Payments payments() {
    return stores.payments();
  }

  @Override
  public Outbox outbox() {
    return stores.outbox();
  }

  @Override
  public Timers timers() {
    return stores.timers();
  }

  @Override
  public Wallets wallets() {
    return stores.wallets();
  }

  @Override
  public Refusals refusals() {
    return stores.refusals();
  }

  @Override
  public Ids ids() {
    return stores.operations();
  }

  @Override
  public Duration lease() {
    return options.lease();
  }

  @Override
  public void advance(Duration time) {
    var sql =
        """
        update payment set limit_at = limit_at - interval '%1$d milliseconds',
                           due_at = due_at - interval '%1$d milliseconds'
         where due_at is not null;
        update outbox set due_at = due_at - interval '%1$d milliseconds' where due_at < 'infinity';
        update refused_request set refused_at = refused_at - interval '%1$d milliseconds'

        """
            .formatted(time.toMillis());
    Postgres.execute(options.database(), sql);
  }

  @Override
  public long newProject() {
    return projects.incrementAndGet();
  }

  DatabaseOptions options() {
    return options;
  }

  /** One number, asked as the owner. */
  long number(String sql) {
    var url = "jdbc:postgresql://localhost:%d/%s".formatted(options.port(), options.database());
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var rows = connection.createStatement().executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

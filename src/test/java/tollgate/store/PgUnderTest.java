package tollgate.store;

import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tollgate.engine.Events;
import tollgate.engine.FirstAnswers;
import tollgate.engine.Ids;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.engine.Raising;
import tollgate.engine.Refusals;
import tollgate.engine.Register;
import tollgate.engine.StoreUnderTest;
import tollgate.engine.Timers;
import tollgate.engine.Wallets;
import tollgate.support.Postgres;

/**
 * The real store as the contract suites meet it: one database a server for all of them, so that a
 * test also sees what others leave behind. Time passes by moving every kept time back.
 */
final class PgUnderTest implements StoreUnderTest {

  private static final Map<Postgres, PgUnderTest> SHARED = new EnumMap<>(Postgres.class);

  /** Until our node has beaten once since there was no other. */
  private static final String ALONE =
      """
      do $$
      declare
          seen timestamptz := clock_timestamp();
      begin
          loop
              if (select count(*) from node
                   where beat_at > clock_timestamp() - interval '3 seconds') > 1 then
                  seen := clock_timestamp();
              end if;
              exit when exists (select from node where beat_at > seen);
              perform pg_sleep(0.02);
          end loop;
      end
      $$
      """;

  private final AtomicLong projects = new AtomicLong(1000);
  private final Postgres server;
  private final DatabaseOptions options;
  private final PgStores stores;

  private PgUnderTest(Postgres server) {
    this.server = server;
    options = server.freshDatabase();
    stores = await(PgStores.open(Vertx.vertx(), options, InstantSource.system()));
  }

  static PgUnderTest on(Postgres server) {
    return SHARED.computeIfAbsent(server, PgUnderTest::new);
  }

  /** Tests before may have had nodes of their own here, which took a share of what is due. */
  void alone() {
    run(ALONE);
  }

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
  public Raising raising() {
    return stores.raising();
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
  public Events events() {
    return stores.events();
  }

  @Override
  public FirstAnswers firstAnswers() {
    return stores.firstAnswers();
  }

  @Override
  public Register register() {
    return stores.register();
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
                           asked_at = asked_at - interval '%1$d milliseconds',
                           due_at = due_at - interval '%1$d milliseconds'
         where due_at is not null;
        update raised set raised_at = raised_at - interval '%1$d milliseconds';
        update outbox set due_at = due_at - interval '%1$d milliseconds' where due_at < 'infinity';
        update refused_request set refused_at = refused_at - interval '%1$d milliseconds';
        update first_answer set claimed_at = claimed_at - interval '%1$d milliseconds',
                                lease_until = lease_until - interval '%1$d milliseconds'
        """
            .formatted(time.toMillis());
    server.run(options.database(), sql);
  }

  @Override
  public long newProject() {
    return projects.incrementAndGet();
  }

  /** As the owner, who may do what the gateway may not. */
  void run(String sql) {
    server.run(options.database(), sql);
  }

  PgStores stores() {
    return stores;
  }

  DatabaseOptions options() {
    return options;
  }

  Pool pool(Vertx vertx) {
    return pool(vertx, options);
  }

  /** The gateway's own role, and none of the engine's limits. */
  static Pool pool(Vertx vertx, DatabaseOptions options) {
    var server =
        new PgConnectOptions()
            .setHost(options.host())
            .setPort(options.port())
            .setDatabase(options.database())
            .setUser(options.user())
            .setPassword(options.password().reveal());
    return PgBuilder.pool().using(vertx).connectingTo(server).build();
  }

  /** One number, asked as the owner. */
  long number(String sql) {
    return number(options, sql);
  }

  static long number(DatabaseOptions options, String sql) {
    var url = "jdbc:postgresql://localhost:%d/%s".formatted(options.port(), options.database());
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var rows = connection.createStatement().executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

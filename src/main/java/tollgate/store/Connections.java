package tollgate.store;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How we speak with the server: what a connection may take, and how one that is lost is let go. */
final class Connections {

  private Connections() {}

  static Pool pool(Vertx vertx, DatabaseOptions options) {
    return PgBuilder.pool()
        .using(vertx)
        .connectingTo(server(options))
        .with(limits(options))
        .with(sockets(options))
        .build();
  }

  private static PgConnectOptions server(DatabaseOptions options) {
    return new PgConnectOptions()
        .setHost(options.host())
        .setPort(options.port())
        .setDatabase(options.database())
        .setUser(options.user())
        .setPassword(options.password().reveal())
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheMaxSize(64)
        .setPreparedStatementCacheSqlFilter(Connections::isPlannedOnce)
        .setPipeliningLimit(1)
        .setProperties(session(options.statementTimeout().toMillis()));
  }

  private static boolean isPlannedOnce(String sql) {
    return !PgOutbox.isPlannedAnew(sql)
        && !Numbering.isPlannedAnew(sql)
        && !RegisterPages.isPlannedAnew(sql);
  }

  static Map<String, String> session(long statementMillis) {
    return Map.of(
        "application_name", "tollgate",
        "search_path", "public",
        "TimeZone", "UTC",
        "statement_timeout", Long.toString(statementMillis),
        "lock_timeout", Long.toString(Math.min(2000, statementMillis)),
        "idle_in_transaction_session_timeout", "10000",
        "plan_cache_mode", "force_generic_plan",
        "enable_seqscan", "off",
        "max_parallel_workers_per_gather", "0",
        "jit", "off");
  }

  /**
   * A statement that outlives the server's own timeout has lost its connection: the socket is
   * closed after a little longer, or the pool would wait for ever on a network that swallows
   * packets.
   */
  private static NetClientOptions sockets(DatabaseOptions options) {
    return new NetClientOptions()
        .setTcpKeepAlive(true)
        .setConnectTimeout((int) options.connectTimeout().toMillis())
        .setReadIdleTimeout((int) (2 * options.statementTimeout().toMillis()))
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  private static PoolOptions limits(DatabaseOptions options) {
    return new PoolOptions()
        .setName("tollgate")
        .setMaxSize(options.connectionsMax())
        .setMaxWaitQueueSize(options.queueMax())
        .setConnectionTimeout((int) options.connectTimeout().toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout((int) (3 * options.statementTimeout().toMillis() / 2))
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setMaxLifetime(10)
        .setMaxLifetimeUnit(TimeUnit.MINUTES);
  }
}

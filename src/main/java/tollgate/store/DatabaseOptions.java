package tollgate.store;

import java.time.Duration;
import tollgate.tenant.Secret;

/**
 * Where the database is and what we ask of it. The defaults are in {@code config/tollgate.yaml}.
 *
 * @param user the role that the gateway works as; it cannot rewrite history
 * @param owner the role that owns the tables; used by migrations only
 * @param connectionsMax connections of this node
 * @param queueMax statements that may wait for a connection
 * @param statementTimeout when the server gives a statement up
 * @param connectTimeout how long to wait for a connection, new or free
 * @param lease how long a duty is ours before another node may take it; must outlast the longest
 *     call
 */
public record DatabaseOptions(
    String host,
    int port,
    String database,
    String user,
    Secret password,
    String owner,
    Secret ownerPassword,
    int connectionsMax,
    int queueMax,
    Duration statementTimeout,
    Duration connectTimeout,
    Duration lease) {

  public DatabaseOptions {
    if (connectionsMax < 2) throw new IllegalArgumentException("connectionsMax must be at least 2");
    if (queueMax < 1) throw new IllegalArgumentException("queueMax must be at least 1");
    if (statementTimeout.isNegative() || statementTimeout.isZero()) {
      throw new IllegalArgumentException("statementTimeout must be positive");
    }
  }
}

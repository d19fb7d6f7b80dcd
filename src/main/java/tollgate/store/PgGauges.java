package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tollgate.engine.Gauges;

/** Counts in PostgreSQL. */
final class PgGauges implements Gauges {

  private static final int ROWS_MAX = 10_000;

  private static final String UNDECIDED =
      """
      select count(*) filter (where kind <> 3), count(*) filter (where state = 2),
             count(*) filter (where limit_at < now() - interval '2 s'
                                and (kind <> 2 or state = 1)), now(),
             count(*) filter (where limit_at < now() - $1::int8 * interval '1 ms'
                                and kind = 2 and state in (2, 4))
        from (select state, kind, limit_at
                from payment
               where due_at is not null
               order by due_at
               limit %d) p
      """
          .formatted(ROWS_MAX);

  private static final String DUTIES =
      """
      select (select count(*)
                from (select from outbox where due_at <= now() limit %1$d) o),
             coalesce(extract(epoch from now() - (select min(due_at) from outbox
                                                   where due_at <= now())), 0) * 1000,
             (select count(*)
                from (select from outbox where due_at = 'infinity' limit %1$d) o)
      """
          .formatted(ROWS_MAX);

  private static final String UNNUMBERED =
      """
      select count(*), coalesce(extract(epoch from now() - min(written_at)), 0) * 1000
        from (select written_at from unnumbered limit %d) u
      """
          .formatted(ROWS_MAX);

  /** An index knows the duties of refunds among all others. */
  static final String REFUNDS =
      """
      select count(*)
        from (select project_id, operation_id from outbox where effect = 6 limit %d) o
        join refund r using (project_id, operation_id)
       where r.state in (1, 2) and r.opened_at < now() - $1::int8 * interval '1 ms'
      """
          .formatted(ROWS_MAX);

  private static final String SUSPENSE =
      """
      select currency, sum(case when credit = 'suspense' then amount else -amount end)
        from posting
       where credit = 'suspense' or debit = 'suspense'
       group by currency
      """;

  private static final String OWED =
      """
      select currency, sum(case when debit = 'owed' then amount else -amount end)
        from posting
       where credit = 'owed' or debit = 'owed'
       group by currency
      """;

  private final Pool pool;
  private final Drifts drifts;

  PgGauges(Pool pool, Drifts drifts) {
    this.pool = pool;
    this.drifts = drifts;
  }

  @Override
  public Future<Backlog> backlog(Duration doubtAfter) {
    var doubt = Tuple.of(doubtAfter.toMillis());
    return Snapshot.piece(
        pool,
        connection ->
            Future.join(
                    one(connection, UNDECIDED, doubt),
                    one(connection, DUTIES, Tuple.tuple()),
                    one(connection, UNNUMBERED, Tuple.tuple()),
                    one(connection, REFUNDS, doubt))
                .map(all ->
                    backlog(all.resultAt(0), all.resultAt(1), all.resultAt(2), all.resultAt(3))));
  }

  private static Backlog backlog(Row payments, Row duties, Row unnumbered, Row refunds) {
    return new Backlog(
        new Undecided(payments.getLong(0), payments.getLong(1), payments.getLong(2)),
        new Duties(duties.getLong(0), duties.getNumeric(1).longValue(), duties.getLong(2)),
        new Unnumbered(unnumbered.getLong(0), unnumbered.getNumeric(1).longValue()),
        new InDoubt(payments.getLong(4), refunds.getLong(0)),
        payments.getOffsetDateTime(3).toInstant());
  }

  @Override
  public Future<Book> book() {
    return Snapshot.piece(
        pool,
        connection ->
            sums(connection, SUSPENSE)
                .compose(suspense -> sums(connection, OWED).map(owed -> book(suspense, owed))));
  }

  private Book book(Map<String, Long> suspense, Map<String, Long> owed) {
    return new Book(
        drifts.imbalance(),
        suspense,
        owed,
        drifts.drifting(),
        drifts.belowFloor(),
        drifts.duplicates());
  }

  private static Future<Map<String, Long>> sums(SqlConnection connection, String query) {
    return connection
        .query(query)
        .execute()
        .map(rows -> {
          var sums = new HashMap<String, Long>();
          for (var row : rows) sums.put(row.getString(0), row.getNumeric(1).longValue());
          return sums;
        });
  }

  private static Future<Row> one(SqlConnection connection, String query, Tuple values) {
    return connection.preparedQuery(query).execute(values).map(rows -> rows.iterator().next());
  }
}

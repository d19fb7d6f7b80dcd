package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.Map;
import tollgate.engine.Gauges;

/** Counts in PostgreSQL. */
final class PgGauges implements Gauges {

  private static final String UNDECIDED =
      """
      select count(*), count(*) filter (where state = 2),
             count(*) filter (where limit_at < now() - interval '2 s'
                                and (kind = 1 or state = 1)), now()
        from payment
       where due_at is not null
      """;

  private static final String DUTIES =
      """
      select count(*) filter (where due_at <= now()),
             coalesce(extract(epoch from now() - min(due_at) filter (where due_at <= now())), 0)
               * 1000,
             count(*) filter (where due_at = 'infinity')
        from outbox
      """;

  private static final String IMBALANCE =
      """
      select coalesce(b.currency, p.currency), coalesce(b.amount, 0) - coalesce(p.amount, 0)
        from (select currency, sum(amount) as amount from balance group by currency) b
        full join (select currency, sum(amount) as amount from (%s) s group by currency) p
          on p.currency = b.currency
      """
          .formatted(Invariant.sides());

  private static final String SUSPENSE =
      """
      select currency, sum(amount) from (
        select currency, amount from posting where credit = 'suspense'
         union all
        select currency, -amount from posting where debit = 'suspense') s
       group by currency
      """;

  private static final String DUPLICATES =
      """
      select coalesce(sum(credits - 1), 0)
        from (select count(*) as credits
                from payment
               where state in (5, 8) and providers_id <> ''
               group by gateway_id, providers_id
              having count(*) > 1) d
      """;

  private final Pool pool;

  PgGauges(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Backlog> backlog() {
    return Snapshot.read(
        pool,
        connection ->
            one(connection, UNDECIDED)
                .compose(
                    payments -> one(connection, DUTIES).map(duties -> backlog(payments, duties))));
  }

  private static Backlog backlog(Row payments, Row duties) {
    return new Backlog(
        new Undecided(payments.getLong(0), payments.getLong(1), payments.getLong(2)),
        new Duties(duties.getLong(0), duties.getNumeric(1).longValue(), duties.getLong(2)),
        payments.getOffsetDateTime(3).toInstant());
  }

  @Override
  public Future<Book> book() {
    return Snapshot.read(
        pool,
        connection ->
            Future.all(
                    sums(connection, IMBALANCE),
                    sums(connection, SUSPENSE),
                    count(connection, Invariant.I3.query()),
                    count(connection, "select from balance where amount < 0"),
                    one(connection, DUPLICATES))
                .map(all ->
                    new Book(
                        all.resultAt(0),
                        all.resultAt(1),
                        all.resultAt(2),
                        all.resultAt(3),
                        all.<Row>resultAt(4).getNumeric(0).longValue())));
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

  private static Future<Long> count(SqlConnection connection, String query) {
    return one(connection, "select count(*) from (" + query + ") q").map(row -> row.getLong(0));
  }

  private static Future<Row> one(SqlConnection connection, String query) {
    return connection.query(query).execute().map(rows -> rows.iterator().next());
  }
}

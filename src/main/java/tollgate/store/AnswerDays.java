package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ring of days in which first answers lie. A day that is over is emptied as a whole, which
 * takes as long for a million rows as for one. The day of today, those still asked for and that of
 * tomorrow are left alone.
 */
final class AnswerDays {

  /** As the migration makes them. */
  static final int DAYS = 8;

  /** Who repeats a request a day later must be heard. */
  static final Duration KEPT_MIN = Duration.ofHours(24);

  /** Today, tomorrow, and one to spare between the oldest that is asked for and tomorrow. */
  static final Duration KEPT_MAX = Duration.ofDays(DAYS - 3);

  private static final String FILLED =
      String.join(
          " union all ",
          IntStream.range(0, DAYS)
              .mapToObj("select %1$d where exists (select from first_answer_%1$d)"::formatted)
              .toList());

  private static final List<String> EMPTY =
      IntStream.range(0, DAYS).mapToObj("truncate first_answer_%d"::formatted).toList();

  /** How many days ago that day was, by the database's clock. */
  private static final String AGE =
      """
      select mod(floor(extract(epoch from now()) / 86400)::int8 - $1 + 8, 8)::int4
      """;

  /** Who reads a day holds no more than a moment; behind us everybody else would have to wait. */
  private static final String PATIENCE = "set local lock_timeout = '100ms'";

  private final Pool pool;
  private final long kept;

  AnswerDays(Pool pool, Duration keepFor) {
    this.pool = pool;
    kept = keepFor.plusDays(1).minusNanos(1).toDays();
  }

  /** What cannot be emptied now is emptied another time. */
  Future<Void> sweep() {
    return pool.query(FILLED)
        .execute()
        .compose(rows -> {
          Future<Void> swept = Future.succeededFuture();
          for (var row : rows) {
            int day = row.getInteger(0);
            swept = swept.compose(_ -> sweep(day));
          }
          return swept;
        });
  }

  /**
   * The clock is asked in the very transaction that empties, and the server ends one that lies
   * still: whoever was asleep for days cannot empty what has become today.
   */
  private Future<Void> sweep(int day) {
    return pool.withTransaction(tx ->
        tx.preparedQuery(AGE)
            .execute(Tuple.of((long) day))
            .map(rows -> rows.iterator().next().getInteger(0))
            .compose(age -> isOver(age) ? empty(tx, day) : Future.succeededFuture()));
  }

  private boolean isOver(int age) {
    return age > kept && age < DAYS - 1;
  }

  private static Future<Void> empty(SqlConnection tx, int day) {
    return tx.query(PATIENCE).execute().compose(_ -> tx.query(EMPTY.get(day)).execute()).mapEmpty();
  }
}

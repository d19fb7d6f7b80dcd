package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tollgate.engine.Raising;

/**
 * Questions brought forward in PostgreSQL. Of all nodes one begins a gateway's round, so the budget
 * holds for all of them together; what it read without a lock it changes only where nobody has
 * asked meanwhile.
 */
final class PgRaising implements Raising {

  /** Whoever comes second waits for the first, and then finds the round begun. */
  private static final String BEGIN =
      """
      insert into raised (gateway_id, raised_at)
      select g.gateway_id, now()
        from unnest($1::int8[]) as g(gateway_id)
       order by g.gateway_id
          on conflict (gateway_id)
          do update set raised_at = excluded.raised_at
              where raised.raised_at <= now() - $2::int8 * interval '1 millisecond'
      returning gateway_id
      """;

  /**
   * How far is read is bounded before anything else: what is due later has its turn when it is due
   * sooner.
   */
  static final String NEXT =
      """
      select c.project_id, c.operation_id, c.asks, c.turn
        from (select n.project_id, n.operation_id, n.asks,
                     row_number() over (partition by n.gateway_id
                                            order by n.unasked_since, n.project_id,
                                                     n.operation_id) as turn
                from (select p.project_id, p.operation_id, p.gateway_id, p.asks, p.state,
                             coalesce(p.asked_at,
                                      p.limit_at - p.limit_seconds * interval '1 second')
                                 as unasked_since
                        from payment p
                       where p.due_at > now() + $2::int8 * interval '1 millisecond'
                       order by p.due_at
                       limit $3) n
               where n.gateway_id = any($1::int8[])
                 and n.state > 1
                 and n.unasked_since <= now() - $2::int8 * interval '1 millisecond') c
       where c.turn <= $4
      """;

  static final String BRING_FORWARD =
      """
      with input as materialized (
          select *
            from unnest($2::int8[], $3::int8[], $4::int4[], $5::int8[])
              as i(project_id, operation_id, asks, millis)
           limit cardinality($2)
      )
      update payment p
         set due_at = now() + i.millis * interval '1 millisecond'
        from input i
       where p.project_id = i.project_id
         and p.operation_id = i.operation_id
         and p.project_id = any($1)
         and p.asks = i.asks
         and p.due_at > now() + i.millis * interval '1 millisecond'
      returning p.gateway_id
      """;

  /** A payment whose question may be brought forward, and when it would be due in the round. */
  private record Next(long project, long operation, int asks, long millis) {}

  /** As all who write payments lock them. */
  private static final Comparator<Next> KEY =
      Comparator.comparingLong(Next::project).thenComparingLong(Next::operation);

  private final Statements statements;

  PgRaising(Pool pool) {
    statements = new Statements(pool);
  }

  @Override
  public Future<Map<Long, Integer>> raise(Collection<Long> gateways, Round round) {
    var millis = round.length().toMillis();
    return statements
        .execute(BEGIN, Tuple.of(gateways.toArray(Long[]::new), millis))
        .map(begun -> begun.stream().map(row -> row.getLong(0)).toArray(Long[]::new))
        .compose(begun ->
            begun.length == 0 ? Future.succeededFuture(List.<Next>of()) : next(begun, round))
        .compose(next ->
            next.isEmpty() ? Future.succeededFuture(Map.<Long, Integer>of()) : bringForward(next));
  }

  private Future<List<Next>> next(Long[] gateways, Round round) {
    var millis = round.length().toMillis();
    return statements
        .execute(NEXT, Tuple.of(gateways, millis, round.rowsMax(), round.questions()))
        .map(rows -> rows.stream().map(row -> next(row, round)).sorted(KEY).toList());
  }

  private static Next next(Row row, Round round) {
    var after = round.after(row.getInteger(3) - 1);
    return new Next(row.getLong(0), row.getLong(1), row.getInteger(2), after.toMillis());
  }

  private Future<Map<Long, Integer>> bringForward(List<Next> next) {
    var all = new Columns<>(next);
    var tuple =
        Tuple.tuple()
            .addValue(all.distinct(Next::project))
            .addValue(all.longs(Next::project))
            .addValue(all.longs(Next::operation))
            .addValue(all.ints(Next::asks))
            .addValue(all.longs(Next::millis));
    return statements
        .execute(BRING_FORWARD, tuple)
        .map(rows -> {
          var raised = new HashMap<Long, Integer>();
          for (var row : rows) raised.merge(row.getLong(0), 1, Integer::sum);
          return raised;
        });
  }
}

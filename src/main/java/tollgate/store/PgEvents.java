package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tollgate.engine.Events;

/** Numbered events in PostgreSQL; {@link Numbering} gives them their numbers. */
final class PgEvents implements Events {

  /** The bound within makes each body one look by its key, whatever is known of the table. */
  private static final String AFTER =
      """
      select h.last_seq, h.forgotten_seq, e.seq, w.body
        from event_head h
        left join lateral
             (select seq, operation_id, effect
                from event
               where project_id = $1
                 and seq > $2
               order by seq
               limit $3) e on true
        left join lateral
             (select body
                from webhook
               where project_id = $1
                 and operation_id = e.operation_id
                 and effect = e.effect
               limit 1) w on true
       where h.project_id = $1
       order by e.seq
      """;

  private static final String LAST =
      "select project_id, last_seq from event_head where project_id = any($1)";

  private final Statements statements;

  PgEvents(Pool pool) {
    statements = new Statements(pool);
  }

  @Override
  public Future<Page> after(long project, long sequence, int rowsMax) {
    return statements.execute(AFTER, Tuple.of(project, sequence, rowsMax)).map(PgEvents::page);
  }

  private static Page page(RowSet<Row> rows) {
    var page = Page.EMPTY;
    var events = new ArrayList<Event>(rows.size());
    for (var row : rows) {
      page = new Page(events, row.getLong(0), row.getLong(1));
      if (row.getLong(2) == null) return page;
      events.add(new Event(row.getLong(2), row.getBuffer(3).getBytes()));
    }
    return new Page(events, page.last(), page.forgotten());
  }

  @Override
  public Future<Map<Long, Long>> last(Collection<Long> projects) {
    return statements
        .execute(LAST, Tuple.of(projects.toArray(Long[]::new)))
        .map(rows -> {
          var last = new HashMap<Long, Long>();
          for (var row : rows) last.put(row.getLong(0), row.getLong(1));
          return last;
        });
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.function.Supplier;

/**
 * Gives committed notices their numbers, a batch in one statement and one commit, a few times a
 * second. The commits that write notices have no part in it: they neither wait for a number nor for
 * each other. While they are behind it even gives way, for it takes a tenth of what they take.
 */
final class Numbering {

  /**
   * Of two who number at once the second waits for what the first has taken, finds it gone, and
   * then waits for the head; so what caused something has the smaller number. Rows of others are
   * taken when they are late. The limit thrice as in {@link PgOutbox#CLAIM}.
   */
  static final String NUMBER =
      """
      with due as materialized (
          select u.project_id, u.operation_id, u.effect, u.ctid as place
            from unnumbered u
           where %s = any($1::int2[]) or u.written_at <= now() - interval '2 seconds'
           order by u.project_id, u.written_at, u.part
           limit $2
      ), taken as materialized (
          delete from unnumbered u
           using (select * from (select * from due limit $2) again limit $2) d
           where u.project_id = d.project_id
             and u.operation_id = d.operation_id
             and u.effect = d.effect
             and u.ctid = d.place
          returning u.project_id, u.operation_id, u.effect, u.part, u.written_at
      ), grown as materialized (
          insert into event_head (project_id, last_seq, forgotten_seq)
          select project_id, count(*), 0
            from taken
           group by project_id
           order by project_id
              on conflict (project_id)
              do update set last_seq = event_head.last_seq + excluded.last_seq
          returning project_id, last_seq
      ), numbered as (
          insert into event (project_id, seq, operation_id, effect, numbered_at)
          select t.project_id,
                 g.last_seq - count(*) over (partition by t.project_id)
                     + row_number() over (partition by t.project_id
                                              order by t.written_at, t.part, t.operation_id,
                                                       t.effect),
                 t.operation_id, t.effect, now()
            from taken t
            join grown g on g.project_id = t.project_id
      )
      select count(*) from taken
      """
          .formatted(PgNodes.slotOf("u"));

  /**
   * A bounded piece of each project at a time, so that no sweep is a long transaction; fenced as
   * {@link PgOutbox#SETTLE} is.
   */
  static final String FORGET =
      """
      with old as materialized (
          select h.project_id, e.seq, e.place
            from event_head h
           cross join lateral
                 (select seq, ctid as place
                    from event
                   where project_id = h.project_id
                     and seq > h.forgotten_seq
                     and seq <= h.forgotten_seq + $2
                     and numbered_at < now() - $1::int8 * interval '1 second'
                  offset 0) e
      ), gone as (
          delete from event e
           using old o
           where e.project_id = o.project_id
             and e.seq = o.seq
             and e.ctid = o.place
          returning e.project_id, e.seq
      )
      update event_head h
         set forgotten_seq = g.seq
        from (select project_id, max(seq) as seq from gone group by project_id) g
       where h.project_id = g.project_id
         and h.forgotten_seq < g.seq
      """;

  private final Vertx vertx;
  private final Statements statements;
  private final Supplier<Short[]> slots;
  private final DatabaseOptions.Events options;
  private final GiveWay giveWay;
  private volatile boolean closed;

  Numbering(
      Vertx vertx,
      Pool pool,
      Supplier<Short[]> slots,
      DatabaseOptions.Events options,
      GiveWay giveWay) {
    this.vertx = vertx;
    statements = new Statements(pool);
    this.slots = slots;
    this.options = options;
    this.giveWay = giveWay;
  }

  /** A queue is empty now and long in a moment: see {@link PgOutbox#isPlannedAnew}. */
  static boolean isPlannedAnew(String sql) {
    return sql.equals(NUMBER);
  }

  /** From now on, until it is closed. A full batch is followed by the next at once. */
  void keepNumbering() {
    if (closed) return;

    giveWay
        .turn()
        .compose(_ -> number())
        .otherwise(0L)
        .onSuccess(rows -> {
          if (rows == options.rowsMax()) keepNumbering();
          else vertx.setTimer(options.numberEvery().toMillis(), _ -> keepNumbering());
        });
  }

  Future<Long> number() {
    return statements
        .execute(NUMBER, Tuple.of(slots.get(), options.rowsMax()))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  Future<Void> forget() {
    return statements
        .execute(FORGET, Tuple.of(options.keepFor().toSeconds(), (long) options.rowsMax()))
        .mapEmpty();
  }

  void close() {
    closed = true;
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Batcher;
import tollgate.engine.Duty;
import tollgate.engine.Outbox;
import tollgate.engine.Pause;
import tollgate.engine.Stored;
import tollgate.engine.Unavailable;
import tollgate.gate.Webhook;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * The outbox in PostgreSQL. Rows are claimed by a guarded update and never locked while the world
 * is slow; what is done or put off is gathered into one statement a batch.
 */
final class PgOutbox implements Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(PgOutbox.class);

  /**
   * A node that is late by this much loses its share of due rows to whoever looks.
   *
   * <p>The limit stands there three times for the planner alone: each time it expects a tenth of
   * what it expected, for it plans before it knows the limit. By a tenth of a long queue it would
   * not look the rows up by their places, but read all of the queue to find them again.
   */
  static final String CLAIM =
      """
      with due as materialized (
          select o.project_id, o.operation_id, o.effect, o.ctid as place
            from outbox o
           where o.due_at <= now()
             and (%s = any($1::int2[]) or o.due_at <= now() - interval '2 seconds')
           order by o.due_at
           limit $2
      ), taken as (
          update outbox o
             set due_at = now() + $3::int8 * interval '1 millisecond', attempts = o.attempts + 1
            from (select * from (select * from due limit $2) again limit $2) d
           where o.project_id = d.project_id and o.operation_id = d.operation_id
             and o.effect = d.effect and o.ctid = d.place and o.due_at <= now()
          returning o.project_id, o.operation_id, o.effect, o.attempts
      )
      select t.operation_id as task, t.effect, t.attempts, w.url, w.body, %s
        from taken t
        left join refund r
          on r.project_id = t.project_id and r.operation_id = t.operation_id
        join payment p
          on p.project_id = t.project_id and p.operation_id = coalesce(r.sale_id, t.operation_id)
        left join webhook w
          on w.project_id = t.project_id and w.operation_id = t.operation_id
         and w.effect = t.effect
      """
          .formatted(PgNodes.slotOf("o"), PaymentRow.COLUMNS);

  /**
   * A duty without a new time is done; one with a time is put off. What was not tried gives its
   * number back: until it is claimed anew it is nobody's, as what was born for later is.
   *
   * <p>A row is looked up by its key, behind a fence ({@code offset 0}), and then named by its
   * place: of a queue that was vacuumed in a lull PostgreSQL believes that it is short however long
   * it has become, and would as soon compare all of it with all of the batch.
   */
  static final String SETTLE =
      """
      with input as materialized (
          select *
            from unnest($1::int8[], $2::int8[], $3::int2[], $4::int4[], $5::int8[], $6::bool[],
                        $7::int4[])
              as i(project_id, operation_id, effect, attempts, due_in, forever, untried)
           limit cardinality($1)
      ), found as materialized (
          select i.*, o.place
            from input i
           cross join lateral
                 (select o.ctid as place
                    from outbox o
                   where o.project_id = i.project_id
                     and o.operation_id = i.operation_id
                     and o.effect = i.effect
                     and o.attempts = i.attempts
                     and o.project_id = any($8)
                  offset 0) o
      ), put_off as (
          update outbox o
             set due_at = case when f.forever then 'infinity'
                               else now() + f.due_in * interval '1 millisecond' end,
                 attempts = o.attempts - f.untried
            from found f
           where (f.due_in is not null or f.forever)
             and o.project_id = f.project_id
             and o.project_id = any($8)
             and o.ctid = f.place
      )
      delete from outbox o
       using found f
       where f.due_in is null
         and not f.forever
         and o.project_id = f.project_id
         and o.project_id = any($8)
         and o.ctid = f.place
      """;

  private static final String ATTEMPT =
      "select attempts from outbox where project_id = $1 and operation_id = $2 and effect = $3";

  /**
   * Whether a statement is about the queue and so is planned each time: a queue is empty now and
   * long in a moment, and a plan kept from its empty days reads all of it for every row.
   */
  static boolean isPlannedAnew(String sql) {
    return sql.equals(CLAIM) || sql.equals(SETTLE);
  }

  /** What becomes of a duty: no time is the end of it. */
  private record Fate(@Nullable Long dueInMillis, boolean forever, int untried) {

    static final Fate DONE = new Fate(null, false, 0);
    static final Fate EXHAUSTED = new Fate(null, true, 0);
  }

  private record Settling(Duty duty, Fate fate, Promise<Void> promise) {}

  private final Statements statements;
  private final PaymentReader reader;
  private final long leaseMillis;
  private final Supplier<Short[]> slots;
  private final Batcher<Settling> batcher;

  PgOutbox(
      Vertx vertx,
      Pool pool,
      long leaseMillis,
      Supplier<Short[]> slots,
      DatabaseOptions.Settling batches) {
    statements = new Statements(pool);
    reader = new PaymentReader(statements);
    this.leaseMillis = leaseMillis;
    this.slots = slots;
    var limits = new Batcher.Limits(1, batches.rowsMax(), batches.queueMax());
    batcher = new Batcher<>(limits, this::settle, Pause.of(vertx, batches.gather()));
  }

  @Override
  public Future<List<Duty>> claim(int rowsMax) {
    var parameters = Tuple.tuple().addValue(slots.get()).addValue(rowsMax).addValue(leaseMillis);
    return statements
        .execute(CLAIM, parameters)
        .compose(rows -> reader.read(rows).map(payments -> duties(rows, payments)));
  }

  private List<Duty> duties(RowSet<Row> rows, List<Stored> payments) {
    var duties = new ArrayList<Duty>(rows.size());
    var payment = payments.iterator();
    for (var row : rows) keepOrDrop(duty(row, payment.next().payment()), duties);
    return duties;
  }

  private void keepOrDrop(Duty duty, List<Duty> duties) {
    if (duty.payment().stillWants(duty.effect())) duties.add(duty);
    else done(duty);
  }

  private static Duty duty(Row row, Payment payment) {
    var operation = new Payment.Id(payment.id().project(), row.getLong("task"));
    var effect = Effect.of(row.getInteger("effect"));
    Buffer body = row.getBuffer("body");
    var webhook =
        body == null
            ? null
            : new Webhook(operation, effect, row.getString("url"), body.getBytes(), 0);
    return new Duty(payment, operation, effect, row.getInteger("attempts"), webhook);
  }

  @Override
  public Future<Void> done(Duty duty) {
    return settling(duty, Fate.DONE);
  }

  @Override
  public Future<Void> later(Duty duty, Duration delay) {
    return settling(duty, new Fate(delay.toMillis(), false, 0));
  }

  @Override
  public Future<Void> back(Duty duty, Duration delay) {
    return settling(duty, new Fate(delay.toMillis(), false, 1));
  }

  @Override
  public Future<Void> exhausted(Duty duty) {
    return settling(duty, Fate.EXHAUSTED);
  }

  @Override
  public Future<Integer> attempt(Payment.Id operation, Effect effect) {
    var key = Tuple.of(operation.project(), operation.operation(), effect.number());
    return statements
        .execute(ATTEMPT, key)
        .map(rows -> rows.stream().findFirst().map(row -> row.getInteger(0)).orElse(0));
  }

  private Future<Void> settling(Duty duty, Fate fate) {
    if (!duty.effect().isDurable()) return Future.succeededFuture();

    var promise = Promise.<Void>promise();
    var room = batcher.offer(new Settling(duty, fate, promise));
    return room ? promise.future() : Future.failedFuture(new Unavailable("too many duties settle"));
  }

  private Future<?> settle(List<Settling> settlings) {
    var columns = new Columns<>(settlings);
    var parameters =
        Tuple.tuple()
            .addValue(columns.longs(s -> s.duty().operation().project()))
            .addValue(columns.longs(s -> s.duty().operation().operation()))
            .addValue(columns.shorts(s -> s.duty().effect().number()))
            .addValue(columns.ints(s -> s.duty().attempt()))
            .addValue(columns.longs(s -> s.fate().dueInMillis()))
            .addValue(columns.booleans(s -> s.fate().forever()))
            .addValue(columns.ints(s -> s.fate().untried()))
            .addValue(columns.distinct(s -> s.duty().operation().project()));
    return statements
        .execute(SETTLE, parameters)
        .onSuccess(_ -> settlings.forEach(s -> s.promise().complete()))
        .onFailure(failure -> {
          LOG.warn("{} duties were not settled: {}", settlings.size(), failure.getMessage());
          settlings.forEach(s -> s.promise().fail(failure));
        })
        .otherwiseEmpty();
  }
}

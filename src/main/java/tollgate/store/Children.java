package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tollgate.engine.Change;
import tollgate.engine.Task;
import tollgate.gate.Webhook;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** The rows that changes bring along, flattened over all changes of a batch. */
final class Children {

  /** A row that is there only if its payment was written: {@code <n is written>}. */
  private static final Pattern IS_WRITTEN = Pattern.compile("<([a-z]) is written>");

  /** Nearly always all payments of a batch were, and then nobody looks one up among them. */
  private static final String ALL_WRITTEN =
      """
      ), all_written as materialized (
          select (select count(*) from written) = (select count(*) from input) as yes
      """;

  /**
   * The first parameters and what becomes of them: whose payment lost its race leaves nothing. What
   * merchants are told gets its number later, from {@link Numbering}.
   */
  private static final String SQL =
      """
      ), noticed as (
          insert into webhook (project_id, operation_id, effect, url, body, created_at)
          select n.project_id, n.operation_id, n.effect, n.url, n.body, n.created_at
            from unnest($1::int8[], $2::int8[], $3::int8[], $4::int2[], $5::text[], $6::bytea[],
                        $7::timestamptz[])
              as n(project_id, payment, operation_id, effect, url, body, created_at)
           where <n is written>
      ), unnumbered_yet as (
          insert into unnumbered (project_id, written_at, part, operation_id, effect)
          select n.project_id, now(), n.part, n.operation_id, n.effect
            from unnest($1::int8[], $2::int8[], $3::int8[], $4::int2[]) with ordinality
              as n(project_id, payment, operation_id, effect, part)
           where <n is written>
      ), promised as (
          insert into outbox (project_id, operation_id, effect, attempts, due_at)
          select o.project_id, o.operation_id, o.effect, o.attempts,
                 now() + o.due_in * interval '1 millisecond'
            from unnest($8::int8[], $9::int8[], $10::int8[], $11::int2[], $12::int4[], $13::int8[])
              as o(project_id, payment, operation_id, effect, attempts, due_in)
           where <o is written>
      """;

  /** A notice as it is frozen. */
  record Notice(Payment.Id payment, Webhook webhook, Instant at) {}

  /** A duty as it is born: leased to us, or due only after a delay and nobody's yet. */
  record Promise(
      Payment.Id payment, Payment.Id operation, Effect effect, int attempts, long dueInMillis) {}

  private Children() {}

  /**
   * {@code written} names the CTE of payments that were really written, of those in {@code input};
   * {@code others} is what only one statement brings along. What stands last in a statement is done
   * first, so postings, which lock their accounts, are in front.
   */
  static String sql(String written, String others) {
    return IS_WRITTEN
        .matcher(ALL_WRITTEN + Postings.SQL + SQL + others)
        .replaceAll(
            """
            ((select yes from all_written)
                or ($1.project_id, $1.payment) in (select project_id, operation_id from written))\
            """)
        .replace(" from written", " from " + written);
  }

  static List<Notice> notices(List<Change> changes) {
    var notices = new ArrayList<Notice>(changes.size());
    for (var change : changes) {
      for (var webhook : change.webhooks()) {
        notices.add(new Notice(change.after().id(), webhook, at(change)));
      }
    }
    return notices;
  }

  static List<Promise> promises(List<Change> changes, long leaseMillis) {
    var promises = new ArrayList<Promise>(changes.size());
    for (var change : changes) {
      for (var task : change.tasks()) {
        if (task.effect().isDurable()) promises.add(promise(change, task, leaseMillis));
      }
    }
    return promises;
  }

  private static Promise promise(Change change, Task task, long leaseMillis) {
    return new Promise(
        change.after().id(),
        task.operation(),
        task.effect(),
        task.isOurs() ? 1 : 0,
        task.isOurs() ? leaseMillis : task.after().toMillis());
  }

  /** The newest of the times at which its operations changed. */
  static Instant at(Change change) {
    var at = change.after().changedAt();
    for (var refund : change.after().refunds()) {
      if (refund.changedAt().isAfter(at)) at = refund.changedAt();
    }
    return at;
  }

  /** Adds the seven columns of notices, six of promises, those of postings, and the projects. */
  static void addTo(Tuple tuple, List<Change> changes, long leaseMillis) {
    addNotices(tuple, new Columns<>(notices(changes)));
    addPromises(tuple, new Columns<>(promises(changes, leaseMillis)));
    Postings.addTo(tuple, changes);
    tuple.addValue(new Columns<>(changes).distinct(c -> c.after().id().project()));
  }

  private static void addNotices(Tuple tuple, Columns<Notice> notices) {
    tuple
        .addValue(notices.longs(n -> n.payment().project()))
        .addValue(notices.longs(n -> n.payment().operation()))
        .addValue(notices.longs(n -> n.webhook().operation().operation()))
        .addValue(notices.shorts(n -> n.webhook().effect().number()))
        .addValue(notices.texts(n -> n.webhook().url()))
        .addValue(notices.bytes(n -> n.webhook().body()))
        .addValue(notices.times(Notice::at));
  }

  private static void addPromises(Tuple tuple, Columns<Promise> promises) {
    tuple
        .addValue(promises.longs(p -> p.payment().project()))
        .addValue(promises.longs(p -> p.payment().operation()))
        .addValue(promises.longs(p -> p.operation().operation()))
        .addValue(promises.shorts(p -> p.effect().number()))
        .addValue(promises.ints(Promise::attempts))
        .addValue(promises.longs(Promise::dueInMillis));
  }
}

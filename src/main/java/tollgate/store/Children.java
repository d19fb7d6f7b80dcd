package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tollgate.engine.Change;
import tollgate.engine.Task;
import tollgate.gate.Webhook;
import tollgate.ledger.Posting;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** The rows that changes bring along, flattened over all changes of a batch. */
final class Children {

  /**
   * The first 25 parameters and what becomes of them, to be joined to the CTE of payments that were
   * really written: whose payment lost its race leaves nothing. Accounts are locked in one order
   * before any of them is taken from; where a batch only brings in, the upsert's own order does.
   * Every kept side of a posting gets its number and the balance after it. What merchants are told
   * gets its number later, from {@link Numbering}.
   */
  private static final String SQL =
      """
      ), noticed as (
          insert into webhook (project_id, operation_id, effect, url, body, created_at)
          select n.project_id, n.operation_id, n.effect, n.url, n.body, n.created_at
            from unnest($1::int8[], $2::int8[], $3::int8[], $4::int2[], $5::text[], $6::bytea[],
                        $7::timestamptz[])
              as n(project_id, payment, operation_id, effect, url, body, created_at)
            join written k on k.project_id = n.project_id and k.operation_id = n.payment
      ), unnumbered_yet as (
          insert into unnumbered (project_id, written_at, part, operation_id, effect)
          select n.project_id, now(), n.part, n.operation_id, n.effect
            from unnest($1::int8[], $2::int8[], $3::int8[], $4::int2[]) with ordinality
              as n(project_id, payment, operation_id, effect, part)
            join written k on k.project_id = n.project_id and k.operation_id = n.payment
      ), promised as (
          insert into outbox (project_id, operation_id, effect, attempts, due_at)
          select o.project_id, o.operation_id, o.effect, o.attempts,
                 now() + o.due_in * interval '1 millisecond'
            from unnest($8::int8[], $9::int8[], $10::int8[], $11::int2[], $12::int4[], $13::int8[])
              as o(project_id, payment, operation_id, effect, attempts, due_in)
            join written k on k.project_id = o.project_id and k.operation_id = o.payment
      ), wanted as materialized (
          select w.*
            from unnest($14::int8[], $15::int8[], $16::int8[], $17::int2[], $18::text[],
                        $19::text[], $20::int8[], $21::text[], $22::bool[], $23::bool[],
                        $24::timestamptz[])
                 with ordinality
              as w(project_id, payment, operation_id, kind, debit, credit, amount, currency,
                   debit_keeps, credit_keeps, posted_at, ord)
            join written k on k.project_id = w.project_id and k.operation_id = w.payment
      ), legs as materialized (
          select w.*, w.credit as account, w.amount as delta from wanted w where w.credit_keeps
           union all
          select w.*, w.debit, -w.amount from wanted w where w.debit_keeps
      ), sums as materialized (
          select project_id, account, currency, sum(delta)::int8 as delta, count(*) as entries
            from legs
           group by project_id, account, currency
           limit 2 * cardinality($14)
      ), locked as materialized (
          select b.project_id
            from sums s
            join balance b
              on b.project_id = s.project_id
             and b.account = s.account
             and b.currency = s.currency
             and b.project_id = any($25)
           where exists (select from wanted where debit_keeps)
           order by b.project_id, b.account, b.currency
             for update of b
      ), gained as materialized (
          insert into balance (project_id, account, currency, amount, entries)
          select s.project_id, s.account, s.currency, s.delta, s.entries
            from sums s
           where s.delta >= 0
             and (select count(*) from locked) >= 0
           order by s.project_id, s.account, s.currency
              on conflict (project_id, account, currency)
              do update set amount = balance.amount + excluded.amount,
                            entries = balance.entries + excluded.entries
          returning project_id, account, currency, amount, entries
      ), spent as materialized (
          update balance b
             set amount = b.amount + s.delta,
                 entries = b.entries + s.entries
            from sums s
           where s.delta < 0
             and (select count(*) from locked) >= 0
             and b.project_id = s.project_id
             and b.account = s.account
             and b.currency = s.currency
             and b.project_id = any($25)
          returning b.project_id, b.account, b.currency, b.amount, b.entries
      ), posted as (
          insert into posting
                 (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
                  entry, balance_after, debit_entry, debit_balance_after)
          select project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
                 max(nth) filter (where delta > 0), max(rest) filter (where delta > 0),
                 max(nth) filter (where delta < 0), max(rest) filter (where delta < 0)
            from (select l.*,
                         max(l.entries) over account - count(l.kind) over account
                             + count(l.kind) over running as nth,
                         (max(l.holds) over account - sum(l.delta) over account
                             + sum(l.delta) over running)::int8 as rest
                    from (select project_id, operation_id, kind, debit, credit, amount, currency,
                                 posted_at, ord, account, delta, null::int8 as entries,
                                 null::int8 as holds
                            from legs
                           union all
                          select project_id, operation_id, kind, debit, credit, amount, currency,
                                 posted_at, ord, null, null, null, null
                            from wanted
                           where not debit_keeps and not credit_keeps
                           union all
                          select project_id, null, null, null, null, null, currency,
                                 null, 0, account, null, entries, amount
                            from (select * from gained union all select * from spent) as b) as l
                  window account as (partition by l.project_id, l.account, l.currency),
                         running as (account order by l.ord)) as counted
           where kind is not null
           group by project_id, operation_id, kind, debit, credit, amount, currency, posted_at
      """;

  /** A notice as it is frozen. */
  record Notice(Payment.Id payment, Webhook webhook, Instant at) {}

  /** A duty as it is born: leased to us, or due only after a delay and nobody's yet. */
  record Promise(
      Payment.Id payment, Payment.Id operation, Effect effect, int attempts, long dueInMillis) {}

  record Posted(Payment.Id payment, Posting posting, Instant at) {}

  private Children() {}

  /** {@code written} names the CTE of payments that were really written. */
  static String sql(String written) {
    return SQL.replace(" written k ", " " + written + " k ");
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

  private static List<Posted> postings(List<Change> changes) {
    var posted = new ArrayList<Posted>(changes.size());
    for (var change : changes) {
      for (var posting : change.postings()) {
        posted.add(new Posted(change.after().id(), posting, at(change)));
      }
    }
    return posted;
  }

  /** The newest of the times at which its operations changed. */
  private static Instant at(Change change) {
    var at = change.after().changedAt();
    for (var refund : change.after().refunds()) {
      if (refund.changedAt().isAfter(at)) at = refund.changedAt();
    }
    return at;
  }

  /** Adds the seven columns of notices, six of promises, eleven of postings, and the projects. */
  static void addTo(Tuple tuple, List<Change> changes, long leaseMillis) {
    addNotices(tuple, new Columns<>(notices(changes)));
    addPromises(tuple, new Columns<>(promises(changes, leaseMillis)));
    addPostings(tuple, new Columns<>(postings(changes)));
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

  private static void addPostings(Tuple tuple, Columns<Posted> postings) {
    tuple
        .addValue(postings.longs(p -> p.payment().project()))
        .addValue(postings.longs(p -> p.payment().operation()))
        .addValue(postings.longs(p -> p.posting().cause().operation()))
        .addValue(postings.shorts(p -> p.posting().cause().kind().number()))
        .addValue(postings.texts(p -> p.posting().debit().address()))
        .addValue(postings.texts(p -> p.posting().credit().address()))
        .addValue(postings.longs(p -> p.posting().amount().minor()))
        .addValue(postings.texts(p -> p.posting().amount().code()))
        .addValue(postings.booleans(p -> p.posting().debit().keepsBalance()))
        .addValue(postings.booleans(p -> p.posting().credit().keepsBalance()))
        .addValue(postings.times(Posted::at));
  }
}

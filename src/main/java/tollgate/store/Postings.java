package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.ledger.Posting;
import tollgate.payment.Payment;
import tollgate.store.Sides.Side;

/** What changes write into the book: their postings, and the balances of accounts that keep one. */
final class Postings {

  /**
   * A part of {@link Children}. Accounts are locked in one order before any of them is taken from;
   * where a batch only brings in, the upsert's own order does. Every kept side of a posting gets
   * its number and the balance after it: what the account had before the batch and what {@link
   * Sides} counted, less the sides whose payments lost their race.
   */
  static final String SQL =
      """
      ), wanted as materialized (
          select w.*, <w is written> as is_written
            from unnest($14::int8[], $15::int8[], $16::int8[], $17::int2[], $18::text[],
                        $19::text[], $20::int8[], $21::text[], $22::timestamptz[],
                        $23::int4[], $24::int4[], $25::int8[],
                        $26::int4[], $27::int4[], $28::int8[])
                 with ordinality
              as w(project_id, payment, operation_id, kind, debit, credit, amount, currency,
                   posted_at, credit_no, credit_nth, credit_sum, debit_no, debit_nth, debit_sum,
                   ord)
      ), sides as materialized (
          select w.project_id, w.credit as account, w.currency, w.credit_no as no, w.ord,
                 w.amount as delta, w.is_written
            from wanted w
           where w.credit_no is not null
           union all
          select w.project_id, w.debit, w.currency, w.debit_no, w.ord, -w.amount, w.is_written
            from wanted w
           where w.debit_no is not null
      ), lost as materialized (
          select no, ord, delta from sides where not is_written
      ), sums as materialized (
          select no, project_id, account, currency,
                 coalesce(sum(delta) filter (where is_written), 0)::int8 as delta,
                 count(*) filter (where is_written) as entries
            from sides
           group by no, project_id, account, currency
           limit 2 * cardinality($14)
      ), locked as materialized (
          select b.project_id
            from sums s
            join balance b
              on b.project_id = s.project_id
             and b.account = s.account
             and b.currency = s.currency
             and b.project_id = any($29)
           where exists (select from wanted where debit_no is not null)
           order by b.project_id, b.account, b.currency
             for update of b
      ), gained as materialized (
          insert into balance (project_id, account, currency, amount, entries)
          select s.project_id, s.account, s.currency, s.delta, s.entries
            from sums s
           where s.delta >= 0
             and s.entries > 0
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
             and b.project_id = any($29)
          returning b.project_id, b.account, b.currency, b.amount, b.entries
      ), before as materialized (
          select array_agg(coalesce(amount, 0) order by no) as amounts,
                 array_agg(coalesce(entries, 0) order by no) as entries
            from (select max(no) as no,
                         max(holds) - max(delta) as amount,
                         max(counts) - max(entries) as entries
                    from (select project_id, account, currency, no, delta, entries,
                                 null::int8 as holds, null::int8 as counts
                            from sums
                           union all
                          select project_id, account, currency, null, null, null, amount, entries
                            from (select * from gained union all select * from spent) as b) as s
                   group by project_id, account, currency) as each
      ), posted as (
          insert into posting
                 (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
                  entry, balance_after, debit_entry, debit_balance_after)
          select w.project_id, w.operation_id, w.kind, w.debit, w.credit, w.amount, w.currency,
                 w.posted_at,
                 b.entries[w.credit_no] + w.credit_nth - c.entries,
                 b.amounts[w.credit_no] + w.credit_sum - c.delta,
                 b.entries[w.debit_no] + w.debit_nth - d.entries,
                 b.amounts[w.debit_no] + w.debit_sum - d.delta
            from wanted w
           cross join before b
           cross join lateral (select count(*) as entries, coalesce(sum(l.delta), 0)::int8 as delta
                                 from lost l
                                where l.no = w.credit_no and l.ord <= w.ord) c
           cross join lateral (select count(*) as entries, coalesce(sum(l.delta), 0)::int8 as delta
                                 from lost l
                                where l.no = w.debit_no and l.ord <= w.ord) d
           where w.is_written
      """;

  /** A posting, and its sides that keep a balance. */
  private record Posted(
      Payment.Id payment,
      Posting posting,
      Instant at,
      @Nullable Side credit,
      @Nullable Side debit) {}

  private Postings() {}

  /** Adds the fifteen columns of postings. */
  static void addTo(Tuple tuple, List<Change> changes) {
    var postings = new Columns<>(posted(changes));
    tuple
        .addValue(postings.longs(p -> p.payment().project()))
        .addValue(postings.longs(p -> p.payment().operation()))
        .addValue(postings.longs(p -> p.posting().cause().operation()))
        .addValue(postings.shorts(p -> p.posting().cause().kind().number()))
        .addValue(postings.texts(p -> p.posting().debit().address()))
        .addValue(postings.texts(p -> p.posting().credit().address()))
        .addValue(postings.longs(p -> p.posting().amount().minor()))
        .addValue(postings.texts(p -> p.posting().amount().code()))
        .addValue(postings.times(Posted::at));
    addSides(tuple, postings, Posted::credit);
    addSides(tuple, postings, Posted::debit);
  }

  private static void addSides(
      Tuple tuple, Columns<Posted> postings, Function<Posted, @Nullable Side> side) {
    tuple
        .addValue(postings.ints(of(side, Side::account)))
        .addValue(postings.ints(of(side, Side::nth)))
        .addValue(postings.longs(of(side, Side::sum)));
  }

  private static <V> Function<Posted, @Nullable V> of(
      Function<Posted, @Nullable Side> side, Function<Side, V> column) {
    return posted -> {
      var kept = side.apply(posted);
      return kept == null ? null : column.apply(kept);
    };
  }

  private static List<Posted> posted(List<Change> changes) {
    var posted = new ArrayList<Posted>(changes.size());
    var sides = new Sides();
    for (var change : changes) {
      for (var posting : change.postings()) {
        var minor = posting.amount().minor();
        var credit = sides.next(posting.credit(), minor);
        var debit = sides.next(posting.debit(), -minor);
        posted.add(new Posted(change.after().id(), posting, Children.at(change), credit, debit));
      }
    }
    return posted;
  }
}

package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.engine.Duty;
import tollgate.engine.News;
import tollgate.engine.Stored;
import tollgate.ledger.Posting;
import tollgate.payment.Payment;

/**
 * One statement, one commit, any number of changed payments with all that belongs to them.
 *
 * <p>The guard is the version: only what {@code moved} returns takes its postings, notices and
 * duties along. Rows are locked in one order, payments by their key and then balances by theirs, so
 * two batches do not deadlock. A posting that is in the book already fails the statement and moves
 * nothing.
 */
final class SavePayments {

  static final String SQL =
      """
      with input as materialized (
          select *
            from unnest($12::int8[], $13::int8[], $14::int4[], $15::int2[], $16::int4[],
                        $17::text[], $18::text[], $19::int8[], $20::text[], $21::int4[],
                        $22::timestamptz[], $23::int4[])
              as i(project_id, operation_id, version, state, code,
                   redirect, providers_id, late_amount, late_currency, asks,
                   changed_at, ask_in)
      ), moved as (
          update payment p
             set state = i.state,
                 code = i.code,
                 redirect = i.redirect,
                 providers_id = i.providers_id,
                 late_amount = i.late_amount,
                 late_currency = i.late_currency,
                 asks = i.asks,
                 changed_at = i.changed_at,
                 version = i.version + 1,
                 due_at = case when i.state > 4 then null
                               when i.ask_in is null then p.due_at
                               else least(p.limit_at, now() + i.ask_in * interval '1 second')
                          end
            from input i
           where p.project_id = i.project_id
             and p.operation_id = i.operation_id
             and p.project_id = any($44)
             and p.version = i.version
          returning p.project_id, p.operation_id
      ), noticed as (
          insert into webhook (project_id, operation_id, effect, url, body, created_at)
          select n.*
            from unnest($1::int8[], $2::int8[], $3::int2[], $4::text[], $5::bytea[],
                        $6::timestamptz[])
              as n(project_id, operation_id, effect, url, body, created_at)
            join moved using (project_id, operation_id)
      ), promised as (
          insert into outbox (project_id, operation_id, effect, attempts, due_at)
          select o.project_id, o.operation_id, o.effect, o.attempts,
                 now() + o.due_in * interval '1 millisecond'
            from unnest($7::int8[], $8::int8[], $9::int2[], $10::int4[], $11::int8[])
              as o(project_id, operation_id, effect, attempts, due_in)
            join moved using (project_id, operation_id)
      ), kept as (
          insert into callback
                 (project_id, operation_id, version, part, gateway_id, body, received_at)
          select c.*
            from unnest($24::int8[], $25::int8[], $26::int4[], $27::int2[], $28::int8[],
                        $29::text[], $30::timestamptz[])
              as c(project_id, operation_id, version, part, gateway_id, body, received_at)
            join moved using (project_id, operation_id)
      ), finished as (
          delete from outbox o
           using unnest($31::int8[], $32::int8[], $33::int2[], $34::int4[])
              as f(project_id, operation_id, effect, attempts)
            join moved using (project_id, operation_id)
           where o.project_id = f.project_id
             and o.operation_id = f.operation_id
             and o.effect = f.effect
             and o.attempts = f.attempts
             and o.project_id = any($44)
      ), wanted as materialized (
          select w.*
            from unnest($35::int8[], $36::int8[], $37::int2[], $38::text[], $39::text[],
                        $40::int8[], $41::text[], $42::bool[], $43::timestamptz[])
                 with ordinality
              as w(project_id, operation_id, kind, debit, credit,
                   amount, currency, keeps, posted_at, ord)
            join moved using (project_id, operation_id)
      ), credited as materialized (
          insert into balance (project_id, account, currency, amount, entries)
          select project_id, credit, currency, sum(amount)::int8, count(*)
            from wanted
           where keeps
           group by project_id, credit, currency
           order by project_id, credit, currency
              on conflict (project_id, account, currency)
              do update set amount = balance.amount + excluded.amount,
                            entries = balance.entries + excluded.entries
          returning project_id, account, currency, amount, entries
      ), posted as (
          insert into posting
                 (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
                  entry, balance_after)
          select project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
                 entry, balance_after
            from (select l.*,
                         max(l.entries) over account - count(l.kind) over account
                             + count(l.kind) over running as entry,
                         (max(l.after) over account - sum(l.amount) over account
                             + sum(l.amount) over running)::int8 as balance_after
                    from (select w.*, null::int8 as entries, null::int8 as after
                            from wanted w
                           union all
                          select c.project_id, null, null, null, c.account,
                                 null, c.currency, null, null, 0, c.entries, c.amount
                            from credited c) as l
                  window account as (partition by l.project_id, l.credit, l.currency),
                         running as (account order by l.ord)) as counted
           where kind is not null
      )
      select project_id, operation_id from moved
      """;

  /**
   * A callback's place: the version of the payment it made, and which of that change's callbacks.
   */
  private record Heard(Change change, int part, News.Source source) {}

  private record Posted(Posting posting, Instant at) {}

  private SavePayments() {}

  static Tuple parameters(List<Change> changes, long leaseMillis) {
    var tuple = Tuple.tuple();
    Children.addTo(tuple, changes, leaseMillis);
    addMoves(tuple, new Columns<>(changes));
    addCallbacks(tuple, new Columns<>(heard(changes)));
    addFinished(tuple, new Columns<>(changes.stream().flatMap(c -> c.done().stream()).toList()));
    addPostings(tuple, new Columns<>(posted(changes)));
    return tuple.addValue(new Columns<>(changes).distinct(c -> c.after().id().project()));
  }

  private static void addMoves(Tuple tuple, Columns<Change> moves) {
    var after = new Columns<>(moves.rows().stream().map(Change::after).toList());
    tuple
        .addValue(after.longs(p -> p.id().project()))
        .addValue(after.longs(p -> p.id().operation()))
        .addValue(moves.ints(c -> before(c).version()))
        .addValue(after.shorts(p -> PaymentRow.number(p.state())))
        .addValue(after.ints(p -> PaymentRow.code(p.state())))
        .addValue(after.texts(PaymentRow::redirect))
        .addValue(after.texts(Payment::providersId))
        .addValue(after.longs(PaymentRow::lateAmount))
        .addValue(after.texts(PaymentRow::lateCurrency))
        .addValue(after.ints(Payment::asks))
        .addValue(after.times(Payment::changedAt))
        .addValue(moves.ints(SavePayments::askIn));
  }

  private static @Nullable Integer askIn(Change change) {
    var asks = change.after().asks();
    if (asks == before(change).payment().asks()) return null;

    return change.after().terms().timetable().gap(asks);
  }

  private static void addCallbacks(Tuple tuple, Columns<Heard> heard) {
    tuple
        .addValue(heard.longs(h -> h.change().after().id().project()))
        .addValue(heard.longs(h -> h.change().after().id().operation()))
        .addValue(heard.ints(h -> before(h.change()).version() + 1))
        .addValue(heard.shorts(Heard::part))
        .addValue(heard.longs(h -> h.source().gateway()))
        .addValue(heard.texts(h -> h.source().body()))
        .addValue(heard.times(h -> h.change().after().changedAt()));
  }

  private static void addFinished(Tuple tuple, Columns<Duty> done) {
    tuple
        .addValue(done.longs(d -> d.payment().id().project()))
        .addValue(done.longs(d -> d.payment().id().operation()))
        .addValue(done.shorts(d -> d.effect().number()))
        .addValue(done.ints(Duty::attempt));
  }

  private static void addPostings(Tuple tuple, Columns<Posted> postings) {
    tuple
        .addValue(postings.longs(p -> p.posting().debit().project()))
        .addValue(postings.longs(p -> p.posting().cause().operation()))
        .addValue(postings.shorts(p -> p.posting().cause().kind().number()))
        .addValue(postings.texts(p -> p.posting().debit().address()))
        .addValue(postings.texts(p -> p.posting().credit().address()))
        .addValue(postings.longs(p -> p.posting().amount().minor()))
        .addValue(postings.texts(p -> p.posting().amount().code()))
        .addValue(postings.booleans(p -> p.posting().credit().keepsBalance()))
        .addValue(postings.times(Posted::at));
  }

  private static List<Heard> heard(List<Change> changes) {
    var heard = new ArrayList<Heard>(changes.size());
    for (var change : changes) {
      for (int part = 0; part < change.sources().size(); part++) {
        heard.add(new Heard(change, part, change.sources().get(part)));
      }
    }
    return heard;
  }

  private static List<Posted> posted(List<Change> changes) {
    var posted = new ArrayList<Posted>(changes.size());
    for (var change : changes) {
      for (var posting : change.postings()) {
        if (posting.debit().keepsBalance()) {
          throw new IllegalArgumentException("no debit of a kept balance yet: " + posting);
        }
        posted.add(new Posted(posting, change.after().changedAt()));
      }
    }
    return posted;
  }

  private static Stored before(Change change) {
    return Objects.requireNonNull(change.before(), "a new payment is added, not saved");
  }
}

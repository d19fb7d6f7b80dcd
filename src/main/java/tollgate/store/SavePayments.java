package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.engine.Duty;
import tollgate.engine.News;
import tollgate.engine.Stored;
import tollgate.payment.Payment;
import tollgate.payment.Refund;

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
            from unnest($26::int8[], $27::int8[], $28::int4[], $29::int2[], $30::int4[],
                        $31::text[], $32::text[], $33::int8[], $34::text[], $35::int4[],
                        $36::timestamptz[], $37::int4[], $38::int2[], $68::int4[])
              as i(project_id, operation_id, version, state, code,
                   redirect, providers_id, late_amount, late_currency, asks,
                   changed_at, ask_in, refunds, ended_as)
           limit cardinality($26)
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
                 refunds = i.refunds,
                 version = i.version + 1,
                 due_at = case when i.state > 4 then null
                               when i.ask_in is null then p.due_at
                               when p.kind = 2 and i.state > 1
                                    then now() + i.ask_in * interval '1 second'
                               else least(p.limit_at, now() + i.ask_in * interval '1 second')
                          end
            from input i
           where p.project_id = i.project_id
             and p.operation_id = i.operation_id
             and p.project_id = any($25)
             and p.version = i.version
          returning p.project_id, p.operation_id, p.changed_at, i.ended_as
      ), refunded as (
          insert into refund
                 (project_id, sale_id, operation_id, kind, amount, currency, request_id,
                  merchants_id, comment, webhook_url, state, code, providers_id, opened_at,
                  changed_at, charged, charged_currency)
          select r.*
            from unnest($51::int8[], $52::int8[], $53::int8[], $54::int2[], $55::int8[],
                        $56::text[], $57::text[], $58::text[], $59::text[], $60::text[],
                        $61::int2[], $62::int4[], $63::text[], $64::timestamptz[],
                        $65::timestamptz[], $66::int8[], $67::text[])
              as r(project_id, sale_id, operation_id, kind, amount,
                   currency, request_id, merchants_id, comment, webhook_url,
                   state, code, providers_id, opened_at, changed_at,
                   charged, charged_currency)
            join moved k on k.project_id = r.project_id and k.operation_id = r.sale_id
              on conflict (project_id, operation_id)
              do update set state = excluded.state,
                            code = excluded.code,
                            providers_id = excluded.providers_id,
                            changed_at = excluded.changed_at
          returning project_id, operation_id, kind, state, changed_at
      ), completed as (
          insert into completion (project_id, type, completed_at, operation_id)
          select k.project_id, k.ended_as, k.changed_at, k.operation_id
            from moved k
           where k.ended_as is not null
           union all
          select r.project_id, 2 + r.kind, r.changed_at, r.operation_id
            from refunded r
           where r.state > 4
      ), kept as (
          insert into callback
                 (project_id, operation_id, version, part, gateway_id, body, received_at)
          select c.*
            from unnest($39::int8[], $40::int8[], $41::int4[], $42::int2[], $43::int8[],
                        $44::text[], $45::timestamptz[])
              as c(project_id, operation_id, version, part, gateway_id, body, received_at)
            join moved using (project_id, operation_id)
      ), finished as (
          delete from outbox o
           using unnest($46::int8[], $47::int8[], $48::int8[], $49::int2[], $50::int4[])
              as f(project_id, payment, operation_id, effect, attempts)
            join moved k on k.project_id = f.project_id and k.operation_id = f.payment
           where o.project_id = f.project_id
             and o.operation_id = f.operation_id
             and o.effect = f.effect
             and o.attempts = f.attempts
             and o.project_id = any($25)
      """
          + Children.sql("moved")
          + """
          )
          select project_id, operation_id from moved
          """;

  /**
   * A callback's place: the version of the payment it made, and which of that change's callbacks.
   */
  private record Heard(Change change, int part, News.Source source) {}

  /** A refund that is new or has changed. */
  private record Refunded(Payment.Id sale, Refund refund) {}

  private SavePayments() {}

  static Tuple parameters(List<Change> changes, long leaseMillis) {
    var tuple = Tuple.tuple();
    Children.addTo(tuple, changes, leaseMillis);
    addMoves(tuple, new Columns<>(changes));
    addCallbacks(tuple, new Columns<>(heard(changes)));
    addFinished(tuple, new Columns<>(finished(changes)));
    addRefunds(tuple, new Columns<>(refunded(changes)));
    return tuple.addValue(new Columns<>(changes).ints(SavePayments::endedAs));
  }

  /** Its type, when the payment's first operation ends with this change: it ends once. */
  private static @Nullable Integer endedAs(Change change) {
    return before(change).payment().isOpen() ? RegisterPages.endedAs(change.after()) : null;
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
        .addValue(moves.ints(SavePayments::askIn))
        .addValue(after.shorts(p -> p.refunds().size()));
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
        .addValue(done.longs(d -> d.operation().operation()))
        .addValue(done.shorts(d -> d.effect().number()))
        .addValue(done.ints(Duty::attempt));
  }

  private static void addRefunds(Tuple tuple, Columns<Refunded> refunds) {
    var each = new Columns<>(refunds.rows().stream().map(Refunded::refund).toList());
    tuple
        .addValue(refunds.longs(r -> r.sale().project()))
        .addValue(refunds.longs(r -> r.sale().operation()))
        .addValue(each.longs(Refund::operation))
        .addValue(each.shorts(r -> RefundRow.number(r.kind())))
        .addValue(each.longs(r -> r.amount().minor()))
        .addValue(each.texts(r -> r.amount().code()))
        .addValue(each.texts(r -> r.wish().requestId()))
        .addValue(each.texts(r -> r.wish().merchantsId()))
        .addValue(each.texts(r -> r.wish().comment()))
        .addValue(each.texts(r -> r.wish().webhookUrl()))
        .addValue(each.shorts(r -> PaymentRow.number(r.state())))
        .addValue(each.ints(r -> PaymentRow.code(r.state())))
        .addValue(each.texts(Refund::providersId))
        .addValue(each.times(Refund::openedAt))
        .addValue(each.times(Refund::changedAt))
        .addValue(each.longs(r -> RefundRow.isConverted(r) ? r.charged().minor() : null))
        .addValue(each.texts(r -> RefundRow.isConverted(r) ? r.charged().code() : null));
  }

  private static List<Duty> finished(List<Change> changes) {
    return changes.stream().flatMap(change -> change.done().stream()).toList();
  }

  private static List<Refunded> refunded(List<Change> changes) {
    var refunded = new ArrayList<Refunded>();
    for (var change : changes) {
      var known = before(change).payment();
      for (var refund : change.after().refunds()) {
        if (!refund.equals(known.refund(refund.operation()))) {
          refunded.add(new Refunded(change.after().id(), refund));
        }
      }
    }
    return refunded;
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

  private static Stored before(Change change) {
    return Objects.requireNonNull(change.before(), "a new payment is added, not saved");
  }
}

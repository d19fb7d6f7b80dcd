package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import tollgate.engine.Change;
import tollgate.payment.Payment;
import tollgate.payment.Terms;

/** One statement, one commit, any number of new payments with all that belongs to them. */
final class AddPayments {

  static final String SQL =
      """
      with input as materialized (
          select *
            from unnest($30::int8[], $31::int8[], $32::text[], $33::text[], $34::text[],
                        $35::text[], $36::int8[], $37::int8[], $38::text[], $39::text[],
                        $40::text[], $41::text[], $42::int2[], $43::int4[], $44::int4[],
                        $45::text[], $46::text[], $47::int2[], $48::int4[], $49::timestamptz[],
                        $50::int4[], $51::text[], $52::text[])
              as i(project_id, operation_id, payment_id, request_id, customer_id, method,
                   gateway_id, amount, currency, wallet, payer,
                   account, kind, base_seconds, limit_seconds, details, deal,
                   state, code, opened_at, ended_as, redirect, providers_id)
      ), opened as (
          insert into payment
                 (project_id, operation_id, payment_id, request_id, customer_id, method,
                  gateway_id, amount, currency, wallet, payer, account, kind, base_seconds,
                  limit_seconds, details, deal, state, code, redirect, providers_id, asks, version,
                  opened_at, changed_at, limit_at, due_at)
          select i.project_id, i.operation_id, i.payment_id, i.request_id, i.customer_id, i.method,
                 i.gateway_id, i.amount, i.currency, i.wallet, i.payer, i.account, i.kind,
                 i.base_seconds, i.limit_seconds, i.details, i.deal, i.state, i.code, i.redirect,
                 i.providers_id, 0, 1, i.opened_at, i.opened_at,
                 now() + i.limit_seconds * interval '1 second',
                 case when i.state <= 4
                      then now() + least(i.base_seconds, i.limit_seconds) * interval '1 second'
                 end
            from input i
              on conflict (project_id, payment_id) do nothing
          returning project_id, operation_id
      ), completed as (
          insert into completion (project_id, type, completed_at, operation_id)
          select i.project_id, i.ended_as, i.opened_at, i.operation_id
            from input i
            join opened k on k.project_id = i.project_id and k.operation_id = i.operation_id
           where i.ended_as is not null
      """
          + Children.sql("opened", "")
          + """
          )
          select project_id, operation_id from opened
          """;

  private AddPayments() {}

  static Tuple parameters(List<Change> changes, long leaseMillis) {
    var payments = new Columns<>(changes.stream().map(Change::after).toList());
    var terms = new Columns<>(payments.rows().stream().map(Payment::terms).toList());
    var tuple = Tuple.tuple();
    Children.addTo(tuple, changes, leaseMillis);
    tuple
        .addValue(payments.longs(p -> p.id().project()))
        .addValue(payments.longs(p -> p.id().operation()));
    addTerms(tuple, terms, payments.shorts(PaymentRow::kind));
    return tuple
        .addValue(payments.shorts(p -> PaymentRow.number(p.state())))
        .addValue(payments.ints(p -> PaymentRow.code(p.state())))
        .addValue(payments.times(Payment::openedAt))
        .addValue(payments.ints(RegisterPages::endedAs))
        .addValue(payments.texts(PaymentRow::redirect))
        .addValue(payments.texts(Payment::providersId));
  }

  private static void addTerms(Tuple tuple, Columns<Terms> terms, Short[] kinds) {
    tuple
        .addValue(terms.texts(Terms::paymentId))
        .addValue(terms.texts(Terms::requestId))
        .addValue(terms.texts(Terms::customer))
        .addValue(terms.texts(Terms::method))
        .addValue(terms.longs(Terms::gateway))
        .addValue(terms.longs(t -> t.amount().minor()))
        .addValue(terms.texts(t -> t.amount().code()))
        .addValue(terms.texts(Terms::wallet))
        .addValue(terms.texts(Terms::payer))
        .addValue(terms.texts(Terms::account))
        .addValue(kinds)
        .addValue(terms.ints(t -> t.timetable().base()))
        .addValue(terms.ints(t -> t.timetable().limit()))
        .addValue(terms.texts(t -> DetailsText.write(t.details())))
        .addValue(terms.texts(t -> DealText.write(t.deal())));
  }
}

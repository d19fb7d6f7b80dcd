package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import tollgate.engine.Change;
import tollgate.payment.Payment;
import tollgate.payment.Terms;

/** One statement, one commit, any number of new payments with their duties and notices. */
final class AddPayments {

  static final String SQL =
      """
      with input as materialized (
          select *
            from unnest($1::int8[], $2::int8[], $3::text[], $4::text[], $5::text[], $6::text[],
                        $7::int8[], $8::int8[], $9::text[], $10::text[], $11::int4[],
                        $12::int4[], $13::text[], $14::int2[], $15::int4[], $16::timestamptz[])
              as i(project_id, operation_id, payment_id, request_id, customer_id, method,
                   gateway_id, amount, currency, wallet, base_seconds,
                   limit_seconds, details, state, code, opened_at)
      ), opened as (
          insert into payment
                 (project_id, operation_id, payment_id, request_id, customer_id, method,
                  gateway_id, amount, currency, wallet, base_seconds, limit_seconds, details,
                  state, code, providers_id, asks, version, opened_at, changed_at, limit_at, due_at)
          select i.project_id, i.operation_id, i.payment_id, i.request_id, i.customer_id, i.method,
                 i.gateway_id, i.amount, i.currency, i.wallet, i.base_seconds, i.limit_seconds,
                 i.details, i.state, i.code, '', 0, 1, i.opened_at, i.opened_at,
                 now() + i.limit_seconds * interval '1 second',
                 case when i.state <= 4
                      then now() + least(i.base_seconds, i.limit_seconds) * interval '1 second'
                 end
            from input i
              on conflict (project_id, payment_id) do nothing
          returning project_id, operation_id
      ), noticed as (
          insert into webhook (project_id, operation_id, effect, url, body, created_at)
          select n.*
            from unnest($17::int8[], $18::int8[], $19::int2[], $20::text[], $21::bytea[],
                        $22::timestamptz[])
              as n(project_id, operation_id, effect, url, body, created_at)
            join opened using (project_id, operation_id)
      ), promised as (
          insert into outbox (project_id, operation_id, effect, attempts, due_at)
          select o.project_id, o.operation_id, o.effect, o.attempts,
                 now() + o.due_in * interval '1 millisecond'
            from unnest($23::int8[], $24::int8[], $25::int2[], $26::int4[], $27::int8[])
              as o(project_id, operation_id, effect, attempts, due_in)
            join opened using (project_id, operation_id)
      )
      select project_id, operation_id from opened
      """;

  private AddPayments() {}

  static Tuple parameters(List<Change> changes, long leaseMillis) {
    var payments = new Columns<>(changes.stream().map(Change::after).toList());
    var terms = new Columns<>(payments.rows().stream().map(Payment::terms).toList());
    var tuple =
        Tuple.tuple()
            .addValue(payments.longs(p -> p.id().project()))
            .addValue(payments.longs(p -> p.id().operation()));
    addTerms(tuple, terms);
    tuple
        .addValue(payments.shorts(p -> PaymentRow.number(p.state())))
        .addValue(payments.ints(p -> PaymentRow.code(p.state())))
        .addValue(payments.times(Payment::openedAt));
    Children.addTo(tuple, changes, leaseMillis);
    return tuple;
  }

  private static void addTerms(Tuple tuple, Columns<Terms> terms) {
    tuple
        .addValue(terms.texts(Terms::paymentId))
        .addValue(terms.texts(Terms::requestId))
        .addValue(terms.texts(Terms::customer))
        .addValue(terms.texts(Terms::method))
        .addValue(terms.longs(Terms::gateway))
        .addValue(terms.longs(t -> t.amount().minor()))
        .addValue(terms.texts(t -> t.amount().code()))
        .addValue(terms.texts(Terms::wallet))
        .addValue(terms.ints(t -> t.timetable().base()))
        .addValue(terms.ints(t -> t.timetable().limit()))
        .addValue(terms.texts(t -> DetailsText.write(t.details())));
  }
}

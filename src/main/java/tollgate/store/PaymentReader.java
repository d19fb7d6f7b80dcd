package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tollgate.engine.Stored;
import tollgate.payment.Payment;
import tollgate.payment.Refund;
import tollgate.payment.Sale;

/**
 * Rows of payments made whole: most have no refunds, and only those that have cost a second look.
 */
record PaymentReader(Statements statements) {

  static final String REFUNDS =
      """
      select r.project_id, r.sale_id, r.operation_id, r.kind, r.amount, r.currency, r.request_id,
             r.merchants_id, r.comment, r.webhook_url, r.state, r.code, r.providers_id,
             r.opened_at, r.changed_at, r.charged, r.charged_currency
        from (select * from unnest($1::int8[], $2::int8[]) limit cardinality($1))
                 as i(project_id, operation_id)
        join refund r
          on r.project_id = i.project_id
         and r.sale_id = i.operation_id
         and r.project_id = any($3)
       order by r.project_id, r.operation_id
      """;

  /** One for each row, in the rows' order; the same payment may come in several. */
  Future<List<Stored>> read(RowSet<Row> rows) {
    var stored = new ArrayList<Stored>(rows.size());
    var refunded = new LinkedHashSet<Payment.Id>(0);
    var places = NamedRow.places(rows);
    for (var each : rows) {
      var row = new NamedRow(each, places);
      var one = PaymentRow.read(row);
      stored.add(one);
      if (row.integer("refunds") > 0) refunded.add(one.payment().id());
    }
    if (refunded.isEmpty()) return Future.succeededFuture(stored);

    return refunds(List.copyOf(refunded))
        .map(refunds -> stored.stream().map(one -> with(one, refunds)).toList());
  }

  private Future<Map<Payment.Id, List<Refund>>> refunds(List<Payment.Id> sales) {
    var columns = new Columns<>(sales);
    var parameters =
        Tuple.tuple()
            .addValue(columns.longs(Payment.Id::project))
            .addValue(columns.longs(Payment.Id::operation))
            .addValue(columns.distinct(Payment.Id::project));
    return statements
        .execute(REFUNDS, parameters)
        .map(rows -> {
          var refunds = new HashMap<Payment.Id, List<Refund>>();
          for (var row : rows) {
            var sale = new Payment.Id(row.getLong("project_id"), row.getLong("sale_id"));
            refunds.computeIfAbsent(sale, _ -> new ArrayList<>(1)).add(RefundRow.read(row));
          }
          return refunds;
        });
  }

  private static Stored with(Stored one, Map<Payment.Id, List<Refund>> refunds) {
    var own = refunds.get(one.payment().id());
    return own != null && one.payment() instanceof Sale sale
        ? new Stored(sale.with(own), one.version(), one.overdue())
        : one;
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tollgate.data.Completed;
import tollgate.data.OperationType;
import tollgate.payment.Payment;
import tollgate.store.RegisterPages.Ended;

/** Keys of the register made whole: each with its payment, and that with all its refunds. */
final class RegisterReader {

  private static final String OWN =
      """
      select %s, p.operation_id as asked
        from (select * from unnest($1::int8[], $2::int8[]) limit cardinality($1))
                 as i(project_id, operation_id)
        join payment p
          on p.project_id = i.project_id
         and p.operation_id = i.operation_id
         and p.project_id = any($3)
      """
          .formatted(PaymentRow.COLUMNS);

  private static final String OF_REFUNDS =
      """
      select %s, r.operation_id as asked
        from (select * from unnest($1::int8[], $2::int8[]) limit cardinality($1))
                 as i(project_id, operation_id)
        join refund r
          on r.project_id = i.project_id
         and r.operation_id = i.operation_id
         and r.project_id = any($3)
        join payment p
          on p.project_id = r.project_id
         and p.operation_id = r.sale_id
         and p.project_id = any($3)
      """
          .formatted(PaymentRow.COLUMNS);

  private final Statements statements;
  private final PaymentReader payments;

  RegisterReader(Statements statements) {
    this.statements = statements;
    payments = new PaymentReader(statements);
  }

  /** In the order of the keys. */
  Future<List<Completed>> read(List<Ended> keys) {
    var own = keys.stream().filter(key -> !isRefund(key.type())).toList();
    var refunds = keys.stream().filter(key -> isRefund(key.type())).toList();
    return load(OWN, own)
        .compose(sales ->
            load(OF_REFUNDS, refunds)
                .map(refunded -> {
                  var all = new ArrayList<Completed>(keys.size());
                  for (var key : keys) {
                    all.add(completed(key, isRefund(key.type()) ? refunded : sales));
                  }
                  return List.copyOf(all);
                }));
  }

  /** By the operation that was asked for. */
  private Future<Map<Payment.Id, Payment>> load(String sql, List<Ended> keys) {
    if (keys.isEmpty()) return Future.succeededFuture(Map.of());

    var columns = new Columns<>(keys);
    var parameters =
        Tuple.tuple()
            .addValue(columns.longs(key -> key.id().project()))
            .addValue(columns.longs(key -> key.id().operation()))
            .addValue(columns.distinct(key -> key.id().project()));
    return statements
        .execute(sql, parameters)
        .compose(rows ->
            payments
                .read(rows)
                .map(stored -> {
                  var found = new HashMap<Payment.Id, Payment>();
                  var each = stored.iterator();
                  for (var row : rows) {
                    var asked = new Payment.Id(row.getLong("project_id"), row.getLong("asked"));
                    found.put(asked, each.next().payment());
                  }
                  return found;
                }));
  }

  private static Completed completed(Ended key, Map<Payment.Id, Payment> found) {
    var payment = found.get(key.id());
    if (payment == null) throw new IllegalStateException("no payment of operation " + key.id());
    if (!isRefund(key.type())) return new Completed(payment, null, key.at(), null);

    return new Completed(payment, payment.refund(key.id().operation()), key.at(), null);
  }

  private static boolean isRefund(OperationType type) {
    return switch (type) {
      case REFUND, REVERSAL -> true;
      case SALE, PAYOUT -> false;
    };
  }
}

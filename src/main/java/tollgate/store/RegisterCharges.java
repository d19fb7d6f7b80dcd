package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import tollgate.data.Completed;
import tollgate.data.Completed.Charge;
import tollgate.ledger.Account;
import tollgate.money.Money;
import tollgate.payment.Payment;

/** What operations cost, out of the book: whatever was posted for them to the fees. */
record RegisterCharges(Statements statements) {

  /**
   * A sale brings what arrives on the company's balance or in a wallet, less what the company pays
   * for it; all else takes what leaves there and does not come back.
   */
  private static final String SQL =
      """
      select i.project_id, i.operation_id, s.currency,
             coalesce(sum(s.amount) filter (where s.credit = $5), 0)::int8
               - coalesce(sum(s.amount) filter (where s.debit = $5), 0)::int8 as fee,
             case when i.brings
                  then coalesce(sum(s.amount) filter (
                           where s.credit = $6 or s.credit like $7), 0)
                       - coalesce(sum(s.amount) filter (
                             where s.debit = $6 and s.credit = $5), 0)
                  else coalesce(sum(s.amount) filter (
                           where s.debit = $6 or s.debit like $7), 0)
                       - coalesce(sum(s.amount) filter (
                             where s.credit = $6 or s.credit like $7), 0)
             end::int8 as net
        from (select * from unnest($1::int8[], $2::int8[], $3::bool[]) limit cardinality($1))
                 as i(project_id, operation_id, brings)
        join posting s
          on s.project_id = i.project_id
         and s.operation_id = i.operation_id
         and s.project_id = any($4)
       group by i.project_id, i.operation_id, i.brings, s.currency
      """;

  Future<List<Completed>> of(List<Completed> completed) {
    var paid = completed.stream().filter(Completed::isSuccess).toList();
    if (paid.isEmpty()) return Future.succeededFuture(completed);

    return statements
        .execute(SQL, parameters(new Columns<>(paid)))
        .map(rows -> {
          var charges = new HashMap<Payment.Id, Charge>();
          for (var row : rows) charges.merge(id(row), charge(row), RegisterCharges::one);
          return completed.stream().map(each -> each.with(charges.get(each.id()))).toList();
        });
  }

  private static Tuple parameters(Columns<Completed> paid) {
    return Tuple.tuple()
        .addValue(paid.longs(each -> each.id().project()))
        .addValue(paid.longs(each -> each.id().operation()))
        .addValue(paid.booleans(RegisterCharges::brings))
        .addValue(paid.distinct(each -> each.id().project()))
        .addString(Account.FEES)
        .addString(Account.MERCHANT)
        .addString(Account.WALLET_PREFIX + '%');
  }

  private static Boolean brings(Completed completed) {
    return switch (completed.type()) {
      case SALE -> true;
      case PAYOUT, REFUND, REVERSAL -> false;
    };
  }

  private static Payment.Id id(Row row) {
    return new Payment.Id(row.getLong("project_id"), row.getLong("operation_id"));
  }

  private static Charge charge(Row row) {
    return new Charge(new Money(row.getLong("fee"), PaymentRow.currency(row)), row.getLong("net"));
  }

  /** Each currency is a row of its own: of a conversion, most have neither fee nor net. */
  private static Charge one(Charge one, Charge other) {
    var isOnes = one.fee().minor() != 0 || (other.fee().minor() == 0 && one.net() != 0);
    var fee = isOnes ? one.fee() : other.fee();
    return new Charge(fee, one.net() + other.net());
  }
}

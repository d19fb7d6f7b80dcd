package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tollgate.data.Completed;
import tollgate.data.Scope;
import tollgate.engine.Payments;
import tollgate.engine.Register;
import tollgate.ledger.Account;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.store.RegisterPages.Ended;

/** The register in PostgreSQL: pages of keys, then the payments that they name. */
final class PgRegister implements Register {

  /** When a sale ended that was paid after it: its own row knows only when that was. */
  private static final String ENDED =
      """
      select completed_at
        from completion
       where project_id = $1
         and type = 1
         and completed_at >= $2
         and completed_at <= $3
         and operation_id = $4
      """;

  private static final String BALANCES =
      """
      select project_id, amount, currency
        from balance
       where project_id = any($1)
         and account = $2
       order by project_id, currency
      """;

  private final Payments payments;
  private final Statements statements;
  private final RegisterReader reader;
  private final RegisterCharges charges;

  PgRegister(Pool pool, Payments payments) {
    this.payments = payments;
    statements = new Statements(pool);
    reader = new RegisterReader(statements);
    charges = new RegisterCharges(statements);
  }

  @Override
  public Future<List<Completed>> newest(Scope scope, int skipped, int rowsMax) {
    var pages = new RegisterPages(scope, RegisterPages.Order.NEWEST_FIRST);
    return read(pages.sql(), pages.parameters(scope.beginning(), skipped, rowsMax));
  }

  @Override
  public Future<List<Completed>> after(Scope scope, Scope.Place place, int rowsMax) {
    var pages = new RegisterPages(scope, RegisterPages.Order.OLDEST_FIRST);
    return read(pages.sql(), pages.parameters(place, 0, rowsMax));
  }

  private Future<List<Completed>> read(String sql, Tuple parameters) {
    return statements
        .execute(sql, parameters)
        .compose(rows -> reader.read(rows.stream().map(Ended::read).toList()));
  }

  @Override
  public Future<List<Completed>> ofPayment(long project, String paymentId) {
    return payments
        .find(project, paymentId)
        .compose(found ->
            found
                .map(stored -> ended(stored.payment()))
                .orElseGet(() -> Future.succeededFuture(List.of())));
  }

  private Future<List<Completed>> ended(Payment payment) {
    if (payment.isOpen()) return Future.succeededFuture(List.of());

    return endOf(payment)
        .map(at -> {
          var all = new ArrayList<Completed>();
          all.add(new Completed(payment, null, at, null));
          for (var refund : payment.refunds()) {
            if (!refund.isInFlight()) {
              all.add(new Completed(payment, refund, refund.changedAt(), null));
            }
          }
          return List.copyOf(all);
        });
  }

  private Future<Instant> endOf(Payment payment) {
    if (!(payment.state() instanceof PaymentState.PaidLate)) {
      return Future.succeededFuture(payment.changedAt());
    }
    var parameters =
        Tuple.of(
            payment.id().project(),
            Columns.time(payment.openedAt()),
            Columns.time(payment.changedAt()),
            payment.id().operation());
    return statements
        .execute(ENDED, parameters)
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row -> PaymentRow.time(row, "completed_at"))
                .orElse(payment.changedAt()));
  }

  @Override
  public Future<List<Completed>> charged(List<Completed> completed) {
    return charges.of(completed);
  }

  @Override
  public Future<List<Balance>> balances(List<Long> projects) {
    return statements
        .execute(BALANCES, Tuple.of(projects.toArray(Long[]::new), Account.MERCHANT))
        .map(rows -> rows.stream().map(PgRegister::balance).toList());
  }

  private static Balance balance(Row row) {
    return new Balance(row.getLong("project_id"), PaymentRow.amount(row));
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tollgate.engine.Change;
import tollgate.engine.Contradiction;
import tollgate.engine.Payments;
import tollgate.engine.Stored;
import tollgate.ledger.Account;
import tollgate.payment.Payment;

/**
 * Payments in PostgreSQL. Every statement takes arrays; every money statement is its own commit.
 */
final class PgPayments implements Payments {

  private static final Comparator<Change> BY_ID = Comparator.comparing(c -> c.after().id());

  static final String LOAD =
      """
      select %s
        from (select * from unnest($1::int8[], $2::int8[]) limit cardinality($1))
                 as i(project_id, operation_id)
        join payment p
          on p.project_id = i.project_id
         and p.operation_id = i.operation_id
         and p.project_id = any($3)
      """
          .formatted(PaymentRow.COLUMNS);

  static final String OF_REFUND =
      """
      select %s
        from payment p
       where p.project_id = $1
         and p.operation_id =
             (select r.sale_id from refund r where r.project_id = $1 and r.operation_id = $2)
      """
          .formatted(PaymentRow.COLUMNS);

  private static final String KEEP =
      """
      insert into contradiction (project_id, operation_id, refusal, said, kept_at)
      select c.project_id, c.operation_id, c.refusal, c.said, now()
        from unnest($1::int8[], $2::int8[], $3::text[], $4::text[])
          as c(project_id, operation_id, refusal, said)
          on conflict (project_id, operation_id, refusal, said) do nothing
      """;

  static final String BALANCES =
      """
      select i.ord, b.amount
        from (select *
                from unnest($1::int8[], $2::text[], $3::text[]) with ordinality
               limit cardinality($1)) as i(project_id, account, currency, ord)
        join balance b
          on b.project_id = i.project_id
         and b.account = i.account
         and b.currency = i.currency
         and b.project_id = any($4)
      """;

  private final Statements statements;
  private final PaymentReader reader;
  private final FindPayments finder;
  private final long leaseMillis;

  PgPayments(Pool pool, long leaseMillis, PgStores.Batches batches) {
    statements = new Statements(pool);
    reader = new PaymentReader(statements);
    finder = new FindPayments(pool, batches);
    this.leaseMillis = leaseMillis;
  }

  @Override
  public Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids) {
    var columns = new Columns<>(List.copyOf(ids));
    var parameters =
        Tuple.tuple()
            .addValue(columns.longs(Payment.Id::project))
            .addValue(columns.longs(Payment.Id::operation))
            .addValue(columns.distinct(Payment.Id::project));
    return statements
        .execute(LOAD, parameters)
        .compose(reader::read)
        .map(rows -> {
          var stored = new HashMap<Payment.Id, Stored>();
          for (var one : rows) stored.put(one.payment().id(), one);
          return stored;
        });
  }

  @Override
  public Future<Set<Payment.Id>> add(List<Change> opened) {
    var ordered = opened.stream().sorted(BY_ID).toList();
    return written(AddPayments.SQL, () -> AddPayments.parameters(ordered, leaseMillis));
  }

  @Override
  public Future<Set<Payment.Id>> save(List<Change> changes) {
    var ordered = changes.stream().sorted(BY_ID).toList();
    return ConfirmLinks.isAmong(ordered)
        ? written(ConfirmLinks.SQL, () -> ConfirmLinks.parameters(ordered, leaseMillis))
        : written(SavePayments.sql(ordered), () -> SavePayments.parameters(ordered, leaseMillis));
  }

  /** A batch that cannot even be said, for its sums are too large, fails as one that is refused. */
  private Future<Set<Payment.Id>> written(String sql, Supplier<Tuple> parameters) {
    return Future.succeededFuture(parameters)
        .map(Supplier::get)
        .compose(said -> statements.execute(sql, said))
        .map(PgPayments::ids);
  }

  @Override
  public Future<Map<Account, Long>> balances(Collection<Account> accounts) {
    var asked = List.copyOf(accounts);
    var columns = new Columns<>(asked);
    var parameters =
        Tuple.of(
            columns.longs(Account::project),
            columns.texts(Account::address),
            columns.texts(account -> account.currency().getCurrencyCode()),
            columns.distinct(Account::project));
    return statements
        .execute(BALANCES, parameters)
        .map(rows -> {
          var balances = new HashMap<Account, Long>();
          for (var account : asked) balances.put(account, 0L);
          for (var row : rows) balances.put(asked.get(row.getInteger(0) - 1), row.getLong(1));
          return balances;
        });
  }

  @Override
  public Future<Void> keep(List<Contradiction> contradictions) {
    var columns = new Columns<>(contradictions);
    var parameters =
        Tuple.of(
            columns.longs(c -> c.payment().project()),
            columns.longs(c -> c.payment().operation()),
            columns.texts(c -> c.refusal().name()),
            columns.texts(Contradiction::said));
    return statements.execute(KEEP, parameters).mapEmpty();
  }

  @Override
  public Future<Optional<Stored>> find(long project, String paymentId) {
    return finder.find(project, paymentId);
  }

  @Override
  public Future<Optional<Stored>> ofRefund(Payment.Id refund) {
    return statements
        .execute(OF_REFUND, Tuple.of(refund.project(), refund.operation()))
        .compose(reader::read)
        .map(found -> found.stream().findFirst());
  }

  private static Set<Payment.Id> ids(RowSet<Row> rows) {
    var ids = new HashSet<Payment.Id>();
    for (var row : rows) ids.add(new Payment.Id(row.getLong(0), row.getLong(1)));
    return ids;
  }
}

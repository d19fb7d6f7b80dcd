package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tollgate.engine.Ids;
import tollgate.engine.Wallets;
import tollgate.ledger.Account;
import tollgate.ledger.WalletNumber;
import tollgate.money.Money;

/** Wallets in PostgreSQL. A wallet never changes once it is open, so those seen are remembered. */
final class PgWallets implements Wallets {

  /** Wallets remembered; at more, all are forgotten and found again. */
  private static final int REMEMBERED_MAX = 100_000;

  private static final String OPEN =
      """
      insert into wallet (project_id, number, customer_id, opened_at)
      values ($1, $2, $3, $4)
          on conflict (project_id, customer_id) do nothing
      """;

  static final String BY_NUMBER =
      "select project_id, number, customer_id, opened_at from wallet"
          + " where project_id = $1 and number = $2";

  static final String BY_CUSTOMER =
      "select project_id, number, customer_id, opened_at from wallet"
          + " where project_id = $1 and customer_id = $2";

  static final String BALANCES =
      """
      select amount, currency
        from balance
       where project_id = $1
         and account = $2
       order by currency
      """;

  /**
   * Both sides of the book: what came in, and what went out with its sign turned. Each side gives a
   * page at most before they are put together, so a page costs the same of any history.
   */
  static final String HISTORY =
      """
      select e.id, e.amount, e.currency, e.after, e.posted_at, e.operation_id,
             p.payment_id, p.method
        from ((select s.project_id, s.operation_id, s.currency, s.posted_at,
                      s.entry as id, s.amount, s.balance_after as after
                 from posting s
                where s.project_id = $1 and s.credit = $2 and s.currency = $3 and s.entry < $4
                order by s.entry desc
                limit $5)
              union all
              (select s.project_id, s.operation_id, s.currency, s.posted_at,
                      s.debit_entry, -s.amount, s.debit_balance_after
                 from posting s
                where s.project_id = $1 and s.debit = $2 and s.currency = $3
                  and s.debit_entry < $4
                order by s.debit_entry desc
                limit $5)) as e
       cross join lateral
             (select payment_id, method
                from payment
               where project_id = e.project_id
                 and operation_id
                     = coalesce((select r.sale_id
                                   from refund r
                                  where r.project_id = e.project_id
                                    and r.operation_id = e.operation_id),
                                e.operation_id)
               limit 1) p
       where e.project_id = $1
       order by e.id desc
       limit $5
      """;

  /** By the payment first: a wallet's history may be long. */
  static final String RECEIPT =
      """
      select case when e.credit = $2 then e.entry else e.debit_entry end as id,
             case when e.credit = $2 then e.amount else -e.amount end as amount,
             case when e.credit = $2 then e.balance_after else e.debit_balance_after end as after,
             e.currency, e.posted_at, e.operation_id, p.payment_id, p.method
        from payment p
        join posting e
          on e.project_id = p.project_id
         and e.operation_id = p.operation_id
       where p.project_id = $1
         and p.payment_id = $3
         and (e.credit = $2 or e.debit = $2)
       order by e.kind
       limit 1
      """;

  private record Key(long project, String number) {}

  private final Statements statements;
  private final Ids serials;
  private final InstantSource clock;
  private final Map<Key, Wallet> remembered = new ConcurrentHashMap<>();

  PgWallets(Pool pool, Ids serials, InstantSource clock) {
    statements = new Statements(pool);
    this.serials = serials;
    this.clock = clock;
  }

  @Override
  public Future<Wallet> open(long project, String customer) {
    return findByCustomer(project, customer)
        .compose(there ->
            there.map(Future::succeededFuture).orElseGet(() -> openNew(project, customer)));
  }

  private Future<Wallet> openNew(long project, String customer) {
    return serials
        .next()
        .compose(serial -> {
          var at = Columns.time(clock.instant());
          return statements.execute(OPEN, Tuple.of(project, WalletNumber.of(serial), customer, at));
        })
        .compose(_ -> findByCustomer(project, customer))
        .map(Optional::orElseThrow);
  }

  @Override
  public Future<Optional<Wallet>> find(long project, String number) {
    var known = remembered.get(new Key(project, number));
    if (known != null) return Future.succeededFuture(Optional.of(known));

    return one(BY_NUMBER, project, number);
  }

  @Override
  public Future<Optional<Wallet>> findByCustomer(long project, String customer) {
    return one(BY_CUSTOMER, project, customer);
  }

  private Future<Optional<Wallet>> one(String sql, long project, String key) {
    return statements
        .execute(sql, Tuple.of(project, key))
        .map(rows -> rows.stream().findFirst().map(PgWallets::wallet))
        .onSuccess(found -> found.ifPresent(this::remember));
  }

  private void remember(Wallet wallet) {
    if (remembered.size() >= REMEMBERED_MAX) remembered.clear();
    remembered.put(new Key(wallet.project(), wallet.number()), wallet);
  }

  @Override
  public Future<List<Money>> balances(long project, String number) {
    return statements
        .execute(BALANCES, Tuple.of(project, Account.WALLET_PREFIX + number))
        .map(rows -> rows.stream().map(row -> money(row, "amount")).toList());
  }

  @Override
  public Future<List<Entry>> history(Page page) {
    var account = Account.WALLET_PREFIX + page.number();
    var parameters =
        Tuple.of(page.project(), account, page.currency(), page.before(), page.rowsMax());
    return statements
        .execute(HISTORY, parameters)
        .map(rows -> rows.stream().map(PgWallets::entry).toList());
  }

  @Override
  public Future<Optional<Entry>> receipt(long project, String number, String paymentId) {
    return statements
        .execute(RECEIPT, Tuple.of(project, Account.WALLET_PREFIX + number, paymentId))
        .map(rows -> rows.stream().findFirst().map(PgWallets::entry));
  }

  private static Wallet wallet(Row row) {
    return new Wallet(
        row.getLong(0), row.getString(1), row.getString(2), instant(row, "opened_at"));
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getLong("id"),
        money(row, "amount"),
        money(row, "after"),
        row.getString("payment_id"),
        row.getLong("operation_id"),
        row.getString("method"),
        instant(row, "posted_at"));
  }

  private static Money money(Row row, String column) {
    return new Money(row.getLong(column), PaymentRow.currency(row));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}

package tollgate.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import tollgate.engine.Debts;
import tollgate.engine.Debts.Outcome.BalanceShort;
import tollgate.engine.Debts.Outcome.Differs;
import tollgate.engine.Debts.Outcome.Known;
import tollgate.engine.Debts.Outcome.TooMuch;
import tollgate.engine.Debts.Outcome.Written;
import tollgate.engine.Ids;
import tollgate.engine.Overdrawn;
import tollgate.ledger.Posting;
import tollgate.money.Money;

/**
 * Debts in PostgreSQL. What is owed only grows, and all that was paid of it is one row that says
 * no; so what was read a moment before the commit is never too much.
 */
final class PgDebts implements Debts {

  private static final String OWED =
      """
      select currency, sum(case when debit = 'owed' then amount else -amount end)::int8 as amount
        from posting
       where project_id = $1 and (credit = 'owed' or debit = 'owed')
       group by currency
       order by currency
      """;

  private static final String EVER_OWED =
      """
      select coalesce(sum(amount), 0)::int8 as owed,
             (select amount from balance
               where project_id = $1 and account = 'merchant' and currency = $2) as balance
        from posting
       where project_id = $1 and currency = $2 and debit = 'owed'
      """;

  private static final String COLUMNS =
      "project_id, reference, operation_id, source, amount, currency, who, why, paid_at";

  private static final String FIND =
      "select " + COLUMNS + " from owed_payment where project_id = $1 and reference = $2";

  private static final String LIST =
      "select %s from owed_payment where project_id = $1 order by paid_at desc, reference limit $2"
          .formatted(COLUMNS);

  /** A balance that falls below zero, or a reference that another has used meanwhile, fails it. */
  private static final String WRITE =
      """
      with paid as (
          insert into owed_paid (project_id, currency, amount)
          select $1, $6, $5
           where $5 <= $10::int8
              on conflict (project_id, currency)
              do update set amount = owed_paid.amount + excluded.amount
               where owed_paid.amount + excluded.amount <= $10::int8
          returning project_id
      ), taken as (
          update balance b
             set amount = b.amount - $5, entries = b.entries + 1
            from paid
           where $4 = 2
             and b.project_id = $1
             and b.account = $9
             and b.currency = $6
          returning b.amount, b.entries
      ), posted as (
          insert into posting
                 (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
                  entry, balance_after, debit_entry, debit_balance_after)
          select $1, $3, $11, $9, 'owed', $5, $6, now(), null, null, t.entries, t.amount
            from paid
            left join taken t on true
      )
      insert into owed_payment
             (project_id, reference, operation_id, source, amount, currency, who, why, paid_at)
      select $1, $2, $3, $4, $5, $6, $7, $8, now() from paid
      returning project_id, reference, operation_id, source, amount, currency, who, why, paid_at
      """;

  private static final String DUPLICATE = "23505";

  /** What was ever owed, and what the company has. */
  private record Purse(long owed, long balance) {}

  private final Statements statements;
  private final Ids operations;

  PgDebts(Pool pool, Ids operations) {
    statements = new Statements(pool);
    this.operations = operations;
  }

  @Override
  public Future<List<Money>> owed(long project) {
    return statements
        .execute(OWED, Tuple.of(project))
        .map(rows -> rows.stream().map(PgDebts::money).toList());
  }

  @Override
  public Future<List<Paid>> paid(long project, int rowsMax) {
    return statements
        .execute(LIST, Tuple.of(project, (long) rowsMax))
        .map(rows -> rows.stream().map(PgDebts::read).toList());
  }

  @Override
  public Future<Outcome> write(Repayment wish) {
    return known(wish)
        .compose(known -> known.isPresent() ? Future.succeededFuture(known.get()) : begin(wish));
  }

  private Future<Optional<Outcome>> known(Repayment wish) {
    return statements
        .execute(FIND, Tuple.of(wish.project(), wish.reference()))
        .map(rows -> rows.stream().findFirst().map(PgDebts::read))
        .map(found -> found.map(it -> it.repayment().isSame(wish) ? new Known(it) : new Differs()));
  }

  private Future<Outcome> begin(Repayment wish) {
    return purse(wish)
        .compose(purse -> {
          if (wish.amount().minor() > purse.owed()) return Future.succeededFuture(new TooMuch());

          var isShort = wish.source() == Source.BALANCE && wish.amount().minor() > purse.balance();
          return isShort
              ? Future.succeededFuture(new BalanceShort())
              : operations.next().compose(operation -> write(wish, operation, purse.owed()));
        });
  }

  private Future<Purse> purse(Repayment wish) {
    return statements
        .execute(EVER_OWED, Tuple.of(wish.project(), wish.amount().code()))
        .map(rows -> rows.iterator().next())
        .map(row -> {
          var balance = row.getLong("balance");
          return new Purse(row.getLong("owed"), balance == null ? 0 : balance);
        });
  }

  private Future<Outcome> write(Repayment wish, long operation, long owed) {
    return statements
        .execute(WRITE, parameters(wish, wish.posting(operation), owed))
        .<Outcome>map(rows ->
            rows.stream()
                .findFirst()
                .<Outcome>map(it -> new Written(read(it)))
                .orElse(new TooMuch()))
        .recover(failure -> lost(wish, failure));
  }

  private static Tuple parameters(Repayment wish, Posting posting, long owed) {
    return Tuple.tuple()
        .addLong(wish.project())
        .addString(wish.reference())
        .addLong(posting.cause().operation())
        .addInteger(wish.source().number())
        .addLong(wish.amount().minor())
        .addString(wish.amount().code())
        .addString(wish.who())
        .addString(wish.why())
        .addString(posting.debit().address())
        .addLong(owed)
        .addInteger(posting.cause().kind().number());
  }

  /** Who was faster under the same reference may have written the same. */
  private Future<Outcome> lost(Repayment wish, Throwable failure) {
    if (failure instanceof Overdrawn) return Future.succeededFuture(new BalanceShort());
    if (!(failure instanceof PgException refused) || !DUPLICATE.equals(refused.getSqlState())) {
      return Future.failedFuture(failure);
    }
    return known(wish).compose(known -> Future.succeededFuture(known.orElseThrow()));
  }

  private static Money money(Row row) {
    return Money.of(row.getLong("amount"), row.getString("currency"));
  }

  private static Paid read(Row row) {
    var repayment =
        new Repayment(
            row.getLong("project_id"),
            row.getString("reference"),
            money(row),
            Source.of(row.getInteger("source")),
            row.getString("who"),
            row.getString("why"));
    return new Paid(repayment, row.getLong("operation_id"), PaymentRow.time(row, "paid_at"));
  }
}

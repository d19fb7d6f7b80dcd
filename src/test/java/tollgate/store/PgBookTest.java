package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.GATEWAY;
import static tollgate.payment.Sales.SALE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.engine.BookContract;
import tollgate.engine.Change;
import tollgate.engine.StoreUnderTest;
import tollgate.engine.Stored;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.Sales;
import tollgate.support.Postgres;

class PgBookTest extends BookContract {

  private static final int PAYMENTS = 12;
  private static final List<Posting.Kind> KINDS =
      List.of(Posting.Kind.SALE, Posting.Kind.FEE, Posting.Kind.RESERVE);

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }

  @Override
  protected long balance(Account account) {
    var sql =
        "select amount from balance where project_id = %d and account = '%s' and currency = '%s'"
            .formatted(account.project(), account.address(), account.currency());
    return under().number(sql);
  }

  /**
   * Money runs both ways between accounts of one batch, and some of its payments lose their race,
   * but none with the first seed: every account's lines are numbered without a gap, each with the
   * balance that those before it leave.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void linesOfAnAccountFollowEachOther(long seed) {
    var random = new Random(seed);
    var accounts = accounts();
    save(filling(opened(SALE), accounts));
    var batch = new ArrayList<Change>();
    var lines = 3L;
    for (int i = 0; i < PAYMENTS; i++) {
      var sale = opened(SALE);
      var change = atRandom(sale, accounts, random);
      batch.add(change);
      if (seed > 1 && random.nextInt(4) == 0) save(change(sale, new Doubtful("x")));
      else lines += kept(change);
    }

    save(batch.toArray(Change[]::new));

    assertThat(under().number("select count(*) from (%s) l".formatted(lines()))).isEqualTo(lines);
    assertThat(under().number(outOfLine())).isZero();
    for (var account : accounts.subList(0, 3)) {
      var last =
          "select after from (%s) l where account = '%s' order by entry desc limit 1"
              .formatted(lines(), account.address());
      assertThat(balance(account)).isEqualTo(under().number(last));
    }
  }

  /** Each side that keeps a balance. */
  private String lines() {
    return """
    select credit as account, entry, balance_after as after, amount as delta
      from posting where project_id = %1$d and entry is not null
     union all
    select debit, debit_entry, debit_balance_after, -amount
      from posting where project_id = %1$d and debit_entry is not null\
    """
        .formatted(project);
  }

  private String outOfLine() {
    return """
    select count(*)
      from (select l.*, row_number() over running as nth, sum(delta) over running as rest
              from (%s) l
            window running as (partition by account order by entry)) r
     where entry <> nth or after <> rest\
    """
        .formatted(lines());
  }

  /** Three that keep a balance, and one that does not. */
  private List<Account> accounts() {
    var currency = SALE.amount().currency();
    return List.of(
        new Account.Merchant(project, currency),
        new Account.Wallet(project, "1001", currency),
        new Account.Wallet(project, "1002", currency),
        new Account.Clearing(project, GATEWAY, currency));
  }

  /** Much money from outside to each that keeps a balance. */
  private static Change filling(Stored sale, List<Account> accounts) {
    var postings = new ArrayList<Posting>();
    for (int i = 0; i < KINDS.size(); i++) {
      postings.add(posting(sale, KINDS.get(i), accounts.getLast(), accounts.get(i), 1_000_000));
    }
    return moved(sale, postings);
  }

  /** A little at random between all of them. */
  private static Change atRandom(Stored sale, List<Account> accounts, Random random) {
    var postings = new ArrayList<Posting>();
    for (var kind : KINDS) {
      var two = new ArrayList<>(accounts);
      Collections.shuffle(two, random);
      postings.add(posting(sale, kind, two.getFirst(), two.getLast(), 1 + random.nextInt(100)));
    }
    return moved(sale, postings);
  }

  private static Posting posting(
      Stored sale, Posting.Kind kind, Account debit, Account credit, long minor) {
    var cause = new Posting.Cause(sale.payment().id().operation(), kind);
    return new Posting(cause, debit, credit, Sales.ringgit(minor));
  }

  private static Change moved(Stored sale, List<Posting> postings) {
    return new Change(sale, sale.payment(), postings, List.of(), List.of(), List.of(), List.of());
  }

  private static long kept(Change change) {
    return change.postings().stream()
        .mapToLong(p -> (p.debit().keepsBalance() ? 1 : 0) + (p.credit().keepsBalance() ? 1 : 0))
        .sum();
  }
}

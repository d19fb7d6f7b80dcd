package tollgate.engine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tollgate.ledger.Account;
import tollgate.money.Money;

/** The wallets of a {@link MemoryStore}. */
final class MemoryWallets implements Wallets {

  private final MemoryTables tables;

  MemoryWallets(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Future<Wallet> open(long project, String customer) {
    return tables.commit(() -> tables.customers.open(project, customer, tables.now()));
  }

  @Override
  public Future<Optional<Wallet>> find(long project, String number) {
    return tables.commit(() -> tables.customers.withNumber(project, number));
  }

  @Override
  public Future<Optional<Wallet>> findByCustomer(long project, String customer) {
    return tables.commit(() -> tables.customers.ofCustomer(project, customer));
  }

  @Override
  public Future<List<Money>> balances(long project, String number) {
    return tables.commit(
        () -> accounts(project, number).map(Map.Entry::getValue).sorted(byCode()).toList());
  }

  @Override
  public Future<List<Entry>> history(Page page) {
    return tables.commit(() -> {
      var currency = Currency.getInstance(page.currency());
      var account = new Account.Wallet(page.project(), page.number(), currency);
      var newestFirst = new ArrayList<>(tables.book.entries(account));
      Collections.reverse(newestFirst);
      return newestFirst.stream()
          .filter(entry -> entry.id() < page.before())
          .limit(page.rowsMax())
          .toList();
    });
  }

  @Override
  public Future<Optional<Entry>> receipt(long project, String number, String paymentId) {
    return tables.commit(() ->
        accounts(project, number)
            .flatMap(account -> tables.book.entries(account.getKey()).stream())
            .filter(entry -> entry.paymentId().equals(paymentId))
            .findFirst());
  }

  private Stream<Map.Entry<Account, Money>> accounts(long project, String number) {
    return tables.book.balances().entrySet().stream()
        .filter(e ->
            e.getKey() instanceof Account.Wallet wallet
                && wallet.project() == project
                && wallet.number().equals(number));
  }

  private static Comparator<Money> byCode() {
    return Comparator.comparing(Money::code);
  }
}

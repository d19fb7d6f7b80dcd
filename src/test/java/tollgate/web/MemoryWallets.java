package tollgate.web;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tollgate.engine.Wallets;
import tollgate.ledger.WalletNumber;
import tollgate.money.Money;

/** Wallets in lists: small, and as strict about projects as the real ones. */
final class MemoryWallets implements Wallets {

  private record Line(long project, String number, Entry entry) {}

  private final List<Wallet> wallets = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  synchronized int count() {
    return wallets.size();
  }

  synchronized void clear() {
    wallets.clear();
    lines.clear();
  }

  synchronized Wallet add(long project, String customer) {
    var number = WalletNumber.of(wallets.size() + 1L);
    var wallet = new Wallet(project, number, customer, Instant.parse("2026-03-02T09:15:07Z"));
    wallets.add(wallet);
    return wallet;
  }

  /** A credit, as if the payment had succeeded. */
  synchronized void credit(Wallet wallet, String paymentId, Money amount) {
    var before = entries(wallet.project(), wallet.number(), amount.code());
    var balance = before.isEmpty() ? amount : before.getLast().balanceAfter().plus(amount);
    var entry =
        new Entry(
            before.size() + 1L,
            amount,
            balance,
            paymentId,
            7_000 + lines.size(),
            "touchngo",
            Instant.parse("2026-03-02T09:16:01Z"));
    lines.add(new Line(wallet.project(), wallet.number(), entry));
  }

  @Override
  public synchronized Future<Wallet> open(long project, String customer) {
    return findByCustomer(project, customer).map(it -> it.orElseGet(() -> add(project, customer)));
  }

  @Override
  public synchronized Future<Optional<Wallet>> find(long project, String number) {
    return Future.succeededFuture(
        wallets.stream()
            .filter(it -> it.project() == project && it.number().equals(number))
            .findFirst());
  }

  @Override
  public synchronized Future<Optional<Wallet>> findByCustomer(long project, String customer) {
    return Future.succeededFuture(
        wallets.stream()
            .filter(it -> it.project() == project && it.customer().equals(customer))
            .findFirst());
  }

  @Override
  public synchronized Future<List<Money>> balances(long project, String number) {
    var codes =
        lines.stream()
            .filter(it -> it.project() == project && it.number().equals(number))
            .map(it -> it.entry().amount().code())
            .distinct()
            .sorted();
    return Future.succeededFuture(
        codes.map(code -> entries(project, number, code).getLast().balanceAfter()).toList());
  }

  @Override
  public synchronized Future<List<Entry>> history(Page page) {
    return Future.succeededFuture(
        entries(page.project(), page.number(), page.currency()).reversed().stream()
            .filter(it -> it.id() < page.before())
            .limit(page.rowsMax())
            .toList());
  }

  @Override
  public synchronized Future<Optional<Entry>> receipt(
      long project, String number, String paymentId) {
    return Future.succeededFuture(
        lines.stream()
            .filter(it -> it.project() == project && it.number().equals(number))
            .map(Line::entry)
            .filter(it -> it.paymentId().equals(paymentId))
            .findFirst());
  }

  private List<Entry> entries(long project, String number, String currency) {
    return lines.stream()
        .filter(it -> it.project() == project && it.number().equals(number))
        .map(Line::entry)
        .filter(it -> it.amount().code().equals(currency))
        .toList();
  }
}

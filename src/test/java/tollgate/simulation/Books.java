package tollgate.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.money.Money;
import tollgate.payment.Payment;

/** Adds the book up anew, and compares it with what the provider says that it took. */
final class Books {

  private final World world;
  private final Auditor auditor;

  Books(World world, Auditor auditor) {
    this.world = world;
    this.auditor = auditor;
  }

  /** The book by itself. */
  void balance() {
    var sums = new HashMap<Account, Money>();
    for (var posting : world.store().postings()) {
      auditor.expect(posting.amount().isPositive(), "I4 not positive", posting);
      add(sums, posting.debit(), -posting.amount().minor());
      add(sums, posting.credit(), posting.amount().minor());
    }
    var all = sums.values().stream().mapToLong(Money::minor).sum();
    auditor.expect(all == 0, "I1 I2 the book does not sum to zero", sums);
    world
        .store()
        .balances()
        .forEach((account, kept) -> {
          auditor.expect(kept.minor() >= 0, "I4 below zero", account);
          auditor.expect(kept.equals(sums.get(account)), "I3 balance is not its sum", account);
          numbered(account, kept);
        });
  }

  /** What the provider took is in the book to the last unit, or lies before a person. */
  void agreesWithProvider(Payment.Id id) {
    var took = world.provider().took(id);
    var booked = booked(id);
    auditor.expect(
        took.equals(booked) || auditor.isContradicted(id),
        "I14 taken and booked differ",
        id + " " + took + " " + booked);
  }

  void agreesInTotal() {
    long taken = 0;
    long disputed = 0;
    for (var id : world.provider().known()) {
      var took = minor(world.provider().took(id));
      taken += took;
      if (!Long.valueOf(took).equals(minor(booked(id)))) disputed += took;
    }
    var cleared =
        world.store().postings().stream()
            .filter(posting -> posting.debit() instanceof Account.Clearing)
            .mapToLong(posting -> posting.amount().minor())
            .sum();
    auditor.expect(
        taken == cleared + disputed, "I14 the clearing account drifts", taken + " " + cleared);
  }

  private void numbered(Account account, Money kept) {
    long number = 0;
    var balance = Money.zero(account.currency());
    for (var entry : world.store().entries(account)) {
      balance = balance.plus(entry.amount());
      auditor.expect(
          entry.id() == ++number && entry.balanceAfter().equals(balance), "I3 entries", entry);
    }
    auditor.expect(balance.equals(kept), "I3 entries do not sum up", account);
  }

  private Optional<Money> booked(Payment.Id id) {
    return world.store().postings().stream()
        .filter(p -> p.debit().project() == id.project())
        .filter(p -> p.cause().operation() == id.operation())
        .filter(p -> p.debit() instanceof Account.Clearing)
        .map(Posting::amount)
        .reduce(Money::plus);
  }

  private static long minor(Optional<Money> money) {
    return money.map(Money::minor).orElse(0L);
  }

  private static void add(Map<Account, Money> sums, Account account, long minor) {
    sums.merge(account, new Money(minor, account.currency()), Money::plus);
  }
}

package tollgate.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.money.Money;
import tollgate.payment.Payment;

/** Adds the book up anew, and compares it with what the provider says that it took and gave. */
final class Books {

  private final World world;
  private final Auditor auditor;
  private long theirs;
  private long disputed;

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

  /** What the provider took and gave is in the book to the last unit, or lies before a person. */
  void agreesWithProvider(Payment payment) {
    var id = payment.id();
    var provider = world.provider();
    agrees(payment, id, minor(provider.took(id)) - minor(provider.payouts().paid(id)));
    for (var refund : payment.refunds()) {
      var operation = new Payment.Id(id.project(), refund.operation());
      agrees(payment, operation, -minor(provider.refunds().paid(operation)));
    }
  }

  private void agrees(Payment payment, Payment.Id operation, long theirs) {
    var ours = cleared(operation);
    this.theirs += theirs;
    if (ours != theirs) disputed += theirs - ours;
    auditor.expect(
        ours == theirs || auditor.isContradicted(payment.id()),
        "I14 taken and booked differ",
        operation + " " + theirs + " " + ours);
  }

  /** Once each payment has been compared. */
  void agreesInTotal() {
    long ours = 0;
    for (var posting : world.store().postings()) ours += cleared(posting);
    var same = theirs == ours + disputed;
    auditor.expect(same, "I14 the clearing account drifts", theirs + " " + ours);
  }

  private long cleared(Payment.Id operation) {
    return world.store().postings().stream()
        .filter(p -> p.debit().project() == operation.project())
        .filter(p -> p.cause().operation() == operation.operation())
        .mapToLong(Books::cleared)
        .sum();
  }

  /** What came in from the provider, or went out through it. */
  private static long cleared(Posting posting) {
    if (posting.debit() instanceof Account.Clearing) return posting.amount().minor();

    return posting.credit() instanceof Account.Clearing ? -posting.amount().minor() : 0;
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

  private static long minor(Optional<Money> money) {
    return money.map(Money::minor).orElse(0L);
  }

  private static void add(Map<Account, Money> sums, Account account, long minor) {
    sums.merge(account, new Money(minor, account.currency()), Money::plus);
  }
}

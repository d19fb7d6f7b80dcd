package tollgate.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tollgate.engine.Wallets.Entry;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.Terms;

/**
 * The book of a {@link MemoryStore}: a cause moves money once, and no kept balance goes below zero.
 */
final class MemoryBook {

  private record Key(long project, Posting.Cause cause) {

    static Key of(Posting posting) {
      return new Key(posting.debit().project(), posting.cause());
    }
  }

  private final Map<Key, Posting> postings = new LinkedHashMap<>();
  private final Map<Account, Money> balances = new LinkedHashMap<>();
  private final Map<Account, List<Entry>> entries = new LinkedHashMap<>();
  private final boolean floor;

  /** {@code floor}: whether no kept balance goes below zero. */
  MemoryBook(boolean floor) {
    this.floor = floor;
  }

  /** Throws {@link ConstraintBroken} when these cannot all be posted, in this order. */
  void check(List<Posting> next) {
    var used = new HashSet<Key>();
    var after = new HashMap<>(balances);
    for (var posting : next) {
      var key = Key.of(posting);
      if (postings.containsKey(key) || !used.add(key)) {
        throw new ConstraintBroken("posting_cause " + posting.cause());
      }
      move(after, posting.debit(), negated(posting.amount()));
      move(after, posting.credit(), posting.amount());
    }
  }

  void post(Posting posting, Payment payment, Instant at) {
    postings.put(Key.of(posting), posting);
    var operation = posting.cause().operation();
    enter(posting.debit(), negated(posting.amount()), payment.terms(), operation, at);
    enter(posting.credit(), posting.amount(), payment.terms(), operation, at);
  }

  Collection<Posting> postings() {
    return postings.values();
  }

  Map<Account, Money> balances() {
    return balances;
  }

  /** Oldest first; only accounts with a balance have entries. */
  List<Entry> entries(Account account) {
    return entries.getOrDefault(account, List.of());
  }

  private void enter(Account account, Money amount, Terms terms, long operation, Instant at) {
    if (!account.keepsBalance()) return;

    var balance = move(balances, account, amount);
    var list = entries.computeIfAbsent(account, _ -> new ArrayList<>());
    list.add(
        new Entry(
            list.size() + 1, amount, balance, terms.paymentId(), operation, terms.method(), at));
  }

  private Money move(Map<Account, Money> balances, Account account, Money amount) {
    var before = balances.getOrDefault(account, Money.zero(account.currency()));
    if (!account.keepsBalance()) return before;

    var after = before.plus(amount);
    if (floor && after.minor() < 0) throw new Overdrawn("balance_not_negative " + account);

    balances.put(account, after);
    return after;
  }

  private static Money negated(Money amount) {
    return Money.zero(amount.currency()).minus(amount);
  }
}

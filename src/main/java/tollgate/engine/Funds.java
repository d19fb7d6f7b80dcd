package tollgate.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;

/**
 * What the accounts that one batch takes from hold: read before the batch, counted down by it. What
 * the batch itself brings in does not count, for nobody can have been told of it yet. The book's
 * own constraint has the last word, should somebody else have spent the money meanwhile.
 */
final class Funds {

  private final Map<Account, Long> left;
  private final Set<Account> unknown = new LinkedHashSet<>();

  private Funds(Map<Account, Long> left) {
    this.left = left;
  }

  static Funds of(Map<Account, Long> balances) {
    return new Funds(new HashMap<>(balances));
  }

  /** Takes what these postings take, all of it or nothing; from an unknown account, on credit. */
  boolean take(List<Posting> postings) {
    var taken = new HashMap<Account, Long>(2);
    for (var posting : postings) {
      if (posting.debit().keepsBalance()) {
        taken.merge(posting.debit(), posting.amount().minor(), Math::addExact);
      }
    }
    for (var each : taken.entrySet()) {
      var balance = left.get(each.getKey());
      if (balance == null) unknown.add(each.getKey());
      else if (balance < each.getValue()) return false;
    }
    taken.forEach((account, amount) -> left.computeIfPresent(account, (_, had) -> had - amount));
    return true;
  }

  /** Accounts that were taken from without being read: a decision made so is a guess. */
  Set<Account> unknown() {
    return unknown;
  }
}

package tollgate.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.ledger.Account;

/**
 * Counts along a batch what its postings do to the accounts that keep a balance, so that the
 * statement that saves them need not sort: it knows what an account had before the batch, and with
 * a side's count and sum what it has after that side.
 */
final class Sides {

  /**
   * One kept side of a posting.
   *
   * @param account which of the batch's accounts, from 1
   * @param nth how many sides of the batch this account has up to this one
   * @param sum what they bring, in minor units
   */
  record Side(int account, int nth, long sum) {}

  private final Map<Account, Side> last = new HashMap<>();

  /**
   * The next side; null where no balance is kept. {@link ArithmeticException} when the sum is more
   * than a balance can hold.
   */
  @Nullable Side next(Account account, long delta) {
    if (!account.keepsBalance()) return null;

    var before = last.get(account);
    var side =
        before == null
            ? new Side(last.size() + 1, 1, delta)
            : new Side(before.account(), before.nth() + 1, Math.addExact(before.sum(), delta));
    last.put(account, side);
    return side;
  }
}

package tollgate.engine;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import tollgate.ledger.Account;
import tollgate.payment.Payment;

/** What can be seen of payments and of the book, by those who must not be able to change either. */
public interface Sight {

  /** Those of the payments that exist, read without a lock. */
  Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids);

  /** What these accounts hold now, in minor units; all of them keep a balance. */
  Future<Map<Account, Long>> balances(Collection<Account> accounts);
}

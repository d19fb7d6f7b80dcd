package tollgate.simulation;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import tollgate.engine.Payments;
import tollgate.ledger.Account;

/** Says of every account that it holds more than enough. */
final class Rich extends BrokenPayments {

  Rich(Payments honest) {
    super(honest, UnaryOperator.identity());
  }

  @Override
  public Future<Map<Account, Long>> balances(Collection<Account> accounts) {
    return super.balances(accounts)
        .map(all -> {
          all.replaceAll((_, _) -> Long.MAX_VALUE);
          return all;
        });
  }
}

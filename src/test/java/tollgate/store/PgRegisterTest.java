package tollgate.store;

import tollgate.engine.RegisterContract;
import tollgate.engine.StoreUnderTest;
import tollgate.ledger.Account;
import tollgate.support.Postgres;

class PgRegisterTest extends RegisterContract {

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
}

package tollgate.store;

import tollgate.engine.BookContract;
import tollgate.engine.StoreUnderTest;
import tollgate.ledger.Account;

class PgBookTest extends BookContract {

  @Override
  protected StoreUnderTest store() {
    return PgUnderTest.SHARED;
  }

  @Override
  protected long balance(Account account) {
    var sql =
        "select amount from balance where project_id = %d and account = '%s' and currency = '%s'"
            .formatted(account.project(), account.address(), account.currency());
    return PgUnderTest.SHARED.number(sql);
  }
}

package tollgate.store;

import tollgate.engine.LinksContract;
import tollgate.engine.StoreUnderTest;
import tollgate.support.Postgres;

class PgLinksTest extends LinksContract {

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }
}

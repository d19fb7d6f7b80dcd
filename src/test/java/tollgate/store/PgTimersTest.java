package tollgate.store;

import tollgate.engine.StoreUnderTest;
import tollgate.engine.TimersContract;
import tollgate.support.Postgres;

class PgTimersTest extends TimersContract {

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }
}

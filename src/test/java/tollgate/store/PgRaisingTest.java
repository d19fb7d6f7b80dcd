package tollgate.store;

import tollgate.engine.RaisingContract;
import tollgate.engine.StoreUnderTest;
import tollgate.support.Postgres;

class PgRaisingTest extends RaisingContract {

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }
}

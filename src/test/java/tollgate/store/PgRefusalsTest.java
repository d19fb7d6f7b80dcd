package tollgate.store;

import tollgate.engine.RefusalsContract;
import tollgate.engine.StoreUnderTest;
import tollgate.support.Postgres;

class PgRefusalsTest extends RefusalsContract {

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }
}

package tollgate.store;

import tollgate.engine.RefusalsContract;
import tollgate.engine.StoreUnderTest;

class PgRefusalsTest extends RefusalsContract {

  @Override
  protected StoreUnderTest store() {
    return PgUnderTest.SHARED;
  }
}

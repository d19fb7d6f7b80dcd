package tollgate.store;

import tollgate.engine.StoreUnderTest;
import tollgate.engine.TimersContract;

class PgTimersTest extends TimersContract {

  @Override
  protected StoreUnderTest store() {
    return PgUnderTest.SHARED;
  }
}

package tollgate.store;

import tollgate.engine.StoreUnderTest;
import tollgate.engine.WalletsContract;

class PgWalletsTest extends WalletsContract {

  @Override
  protected StoreUnderTest store() {
    return PgUnderTest.SHARED;
  }
}

package tollgate.store;

import tollgate.engine.StoreUnderTest;
import tollgate.engine.WalletsContract;
import tollgate.support.Postgres;

class PgWalletsTest extends WalletsContract {

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }
}

package tollgate.store;

import tollgate.engine.LinkRacesContract;
import tollgate.engine.StoreUnderTest;
import tollgate.support.Postgres;

class PgLinkRacesTest extends LinkRacesContract {

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }
}

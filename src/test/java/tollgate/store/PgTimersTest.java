package tollgate.store;

import org.junit.jupiter.api.BeforeAll;
import tollgate.engine.StoreUnderTest;
import tollgate.engine.TimersContract;
import tollgate.support.Postgres;

class PgTimersTest extends TimersContract {

  @BeforeAll
  static void alone() {
    PgUnderTest.on(Postgres.EMBEDDED).alone();
  }

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }
}

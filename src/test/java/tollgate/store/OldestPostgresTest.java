package tollgate.store;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;
import tollgate.support.Postgres;

/** The contract suites once more, on the oldest PostgreSQL that we promise to work on. */
@EnabledIf("tollgate.support.DebianPostgres#isInstalled")
class OldestPostgresTest {

  private static PgUnderTest oldest() {
    return PgUnderTest.on(Postgres.DEBIAN_15);
  }

  @Nested
  class Payments extends PgPaymentsTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class Book extends PgBookTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class MoneyOut extends PgMoneyOutTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class Outbox extends PgOutboxTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class Timers extends PgTimersTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class Wallets extends PgWalletsTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class FirstAnswers extends PgFirstAnswersTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class Refusals extends PgRefusalsTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }
}

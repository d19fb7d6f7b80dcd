package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tollgate.engine.Invariants.Finding;
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
  class Links extends PgLinksTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class LinkRaces extends PgLinkRacesTest {
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
  class Raising extends PgRaisingTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class Plans extends PlansTest {
    @Override
    Postgres server() {
      return Postgres.DEBIAN_15;
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
  class Events extends PgEventsTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class Register extends PgRegisterTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  @Nested
  class Configuration extends PgConfigurationTest {
    @Override
    Postgres server() {
      return Postgres.DEBIAN_15;
    }
  }

  @Nested
  class Refusals extends PgRefusalsTest {
    @Override
    PgUnderTest under() {
      return oldest();
    }
  }

  /** Every question of the proof is asked here once; what each finds is tested on one server. */
  @Nested
  class Proof {
    @Test
    void holdsAndNamesWhatIsBroken() {
      try (var book = new Audited(Postgres.DEBIAN_15, Audited.SOUND)) {
        assertThat(book.round()).isEmpty();
        assertThat(book.whole()).isEmpty();
        book.run("update posting set debit_balance_after = 399 where operation_id = 6");
        assertThat(book.round()).extracting(Finding::id).containsExactly("I3");
      } finally {
        Audited.stop(Postgres.DEBIAN_15);
      }
    }
  }
}

package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.store.Audited.SOUND;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tollgate.engine.Gauges.InDoubt;
import tollgate.support.Postgres;

/** Money that may have left is counted once it has been unclear for long. */
class InDoubtTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static final String DUTY =
      "insert into outbox (project_id, operation_id, effect, attempts, due_at)"
          + " values (210, 10, 6, 9, now() + interval '9 min');";
  private static final String PAYOUTS =
      "update payment set limit_at = now() - interval '61 min' where kind = 2;";
  private static final String REFUNDS = "update refund set opened_at = now() - interval '61 min';";

  @AfterAll
  static void stop() {
    Audited.stop(Postgres.EMBEDDED);
  }

  @Test
  void whatIsFreshIsNot() {
    assertThat(over(SOUND + DUTY)).isEqualTo(new InDoubt(0, 0));
  }

  /** Operation 6 is a payout with the provider, 10 a refund; the others are decided. */
  @Test
  void whatIsOldIs() {
    assertThat(over(SOUND + DUTY + PAYOUTS + REFUNDS)).isEqualTo(new InDoubt(1, 1));
  }

  @Test
  void soIsOneThatWasSentOnce() {
    var sent = "update refund set state = 2;";

    assertThat(over(SOUND + DUTY + REFUNDS + sent)).isEqualTo(new InDoubt(0, 1));
  }

  /** Operation 15's commission was more than the company had; 7 and 9 wait for a number. */
  @Test
  void whatIsOwedAndWhatWaitsForItsNumberAreRead() {
    var waits =
        """
        insert into unnumbered (project_id, written_at, part, operation_id, effect)
        values (210, now() - interval '90 s', 1, 7, 4), (210, now(), 0, 9, 4);
        """;

    try (var book = new Audited(Postgres.EMBEDDED, SOUND + waits)) {
      assertThat(await(book.gauges().book()).owed()).isEqualTo(Map.of("MYR", 10L));
      var unnumbered = await(book.gauges().backlog(HOUR)).unnumbered();
      assertThat(unnumbered.events()).isEqualTo(2);
      assertThat(unnumbered.oldestMillis()).isBetween(90_000L, 150_000L);
    }
  }

  @Test
  void howLongIsASetting() {
    try (var book = new Audited(Postgres.EMBEDDED, SOUND + DUTY + PAYOUTS + REFUNDS)) {
      assertThat(await(book.gauges().backlog(HOUR.multipliedBy(2))).inDoubt())
          .isEqualTo(new InDoubt(0, 0));
    }
  }

  private static InDoubt over(String sql) {
    try (var book = new Audited(Postgres.EMBEDDED, sql)) {
      return await(book.gauges().backlog(HOUR)).inDoubt();
    }
  }
}

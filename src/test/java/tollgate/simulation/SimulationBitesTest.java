package tollgate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.support.Draws;

/** An auditor who never complains is worth nothing: every broken part must be noticed, by name. */
class SimulationBitesTest {

  private static final int SEEDS_MAX = 1000;

  /** Of some breakages the store's own keys see the first one, before anything is wrong. */
  private static final String OWN_KEYS = "fails as busy: ";

  /** Of others a provider does, who hears what it cannot have been told. */
  private static final String MUDDLE = "muddled: ";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NO_VERSION_GUARD    | I6
          CREDITED_TWICE      | I5
          NOT_CREDITED        | I5
          DUTY_NOT_KEPT       | I8
          EVENT_DROPPED       | I11
          ANY_GATEWAY         | I14
          OUTBOX_FORGETS      | I9
          OUTBOX_GIVES_UP     | I9
          TEXT_CHANGES        | I10
          TIMER_EARLY         | I7
          TIMER_NEVER         | I7
          LATE_CREDITED_TWICE | I5
          LINK_UNGUARDED      | I6
          LINK_NEVER_ENDS     | I7
          LINK_BACK_CREDITED  | I5
          LINK_BACK_A_LIE     | I11 taken
          PAYOUT_SENT_TWICE   | I13
          REFUND_SENT_TWICE   | I13
          ONCE_SENT_TWICE     | I13
          SENT_UNMARKED       | I13
          REFUND_UNMARKED     | I13 refund
          BELL_UNHEEDED       | I14 taken
          SECOND_BELL_UNHEEDED | I14 taken
          BELL_BELIEVED       | I14 never
          ANYBODY_LET_IN      | I14 let
          NOT_ASKED_AT_LAST   | I14 taken
          SECOND_SUM_IGNORED  | I14 taken
          DOUBT_IS_A_NO       | I13
          REPEAT_BELIEVED     | I13
          REFUSED_NUMBER_BELIEVED | I13
          NOT_RELEASED        | I13
          NOT_SETTLED         | I13
          REFUND_ABOVE_SALE   | I13
          REFUND_FORGOTTEN    | I6
          SPENT_WITHOUT_MONEY | I4
          PAYOUT_GIVEN_UP     | I9
          REFUND_GIVEN_UP     | I9
          """)
  void isNoticed(Sabotage sabotage, String invariant) {
    for (int seed = 1; seed <= SEEDS_MAX; seed++) {
      var complaint = complaint(seed, sabotage);
      if (complaint == null || isNoJudgement(complaint)) continue;

      assertThat(complaint).startsWith(invariant + " ");
      return;
    }
    throw new AssertionError(SEEDS_MAX + " seeds, and nobody noticed " + sabotage);
  }

  private static boolean isNoJudgement(String complaint) {
    return complaint.startsWith(OWN_KEYS) || complaint.startsWith(MUDDLE);
  }

  private static String complaint(int seed, Sabotage sabotage) {
    try {
      new World(new Draws(seed), sabotage).live();
      return null;
    } catch (AssertionError broken) {
      return broken.getMessage();
    } catch (RuntimeException muddle) {
      return MUDDLE + muddle;
    }
  }
}

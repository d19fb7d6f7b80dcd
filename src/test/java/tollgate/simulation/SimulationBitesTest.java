package tollgate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.support.Draws;

/** An auditor who never complains is worth nothing: every broken part must be noticed, by name. */
class SimulationBitesTest {

  private static final int SEEDS_MAX = 40;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NO_VERSION_GUARD | I6
          CREDITED_TWICE   | I5
          NOT_CREDITED     | I5
          DUTY_NOT_KEPT    | I8
          EVENT_DROPPED    | I11
          ANY_GATEWAY      | I14
          OUTBOX_FORGETS   | I9
          OUTBOX_GIVES_UP  | I9
          TEXT_CHANGES     | I10
          TIMER_EARLY      | I7
          TIMER_NEVER      | I7
          """)
  void isNoticed(Sabotage sabotage, String invariant) {
    for (int seed = 1; seed <= SEEDS_MAX; seed++) {
      var complaint = complaint(seed, sabotage);
      if (complaint == null) continue;

      assertThat(complaint).startsWith(invariant + " ");
      return;
    }
    throw new AssertionError(SEEDS_MAX + " seeds, and nobody noticed " + sabotage);
  }

  private static String complaint(int seed, Sabotage sabotage) {
    try {
      new World(new Draws(seed), sabotage).live();
      return null;
    } catch (AssertionError broken) {
      return broken.getMessage();
    }
  }
}

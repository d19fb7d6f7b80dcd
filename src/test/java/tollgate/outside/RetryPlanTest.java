package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPlanTest {

  private static final RetryPlan PLAN = new RetryPlan(120, 1);

  /** The values that the protocol prints. */
  @ParameterizedTest(name = "attempt {0} follows {1} s after the failure of the last")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2   | 10.0
          3   | 10.0
          7   | 10.0
          8   | 85.7
          10  | 89.7
          15  | 104.8
          20  | 131.3
          30  | 260.4
          40  | 661.4
          50  | 1906.7
          60  | 5774.4
          68  | 14193.9
          69  | 14400.0
          70  | 14400.0
          120 | 14400.0
          """)
  void thePlanIsThatOfTheProtocol(int attempt, double seconds) {
    assertThat(PLAN.after(attempt - 1).toMillis() / 1000.0).isCloseTo(seconds, within(0.05));
  }

  @Test
  void itTakesTenDaysAndAQuarter() {
    var millis = IntStream.range(1, 120).mapToLong(attempt -> PLAN.after(attempt).toMillis()).sum();

    assertThat(millis / 86_400_000.0).isCloseTo(10.24, within(0.01));
    assertThat(PLAN.isLast(119)).isFalse();
    assertThat(PLAN.isLast(120)).isTrue();
  }

  @Test
  void speedDividesEveryWait() {
    assertThat(new RetryPlan(120, 1000).after(1)).isEqualTo(Duration.ofMillis(10));
    assertThat(new RetryPlan(120, 1_000_000).after(1)).isEqualTo(Duration.ofMillis(1));
  }

  @ParameterizedTest(name = "after attempt {0}: {1} s")
  @CsvSource({"1, 1", "2, 3", "3, 9", "4, 27", "5, 81", "6, 100", "100, 100"})
  void aBackoffGrowsUpToItsEnd(int attempt, int seconds) {
    var backoff = new Backoff(Duration.ofSeconds(1), 3, Duration.ofSeconds(100));

    assertThat(backoff.after(attempt)).isEqualTo(Duration.ofSeconds(seconds));
  }
}

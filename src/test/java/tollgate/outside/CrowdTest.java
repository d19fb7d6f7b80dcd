package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdTest {

  private final Crowd crowd = new Crowd(100, Duration.ofSeconds(10), Duration.ofMinutes(10));

  @ParameterizedTest(name = "{0} others outside: {1} s")
  @CsvSource({
    "0, 10",
    "98, 10",
    "99, 20",
    "199, 40",
    "499, 320",
    "599, 600",
    "5000, 600",
    "1000000, 600"
  })
  void theMoreStandOutsideTheLongerTheWait(int others, int seconds) {
    for (int i = 0; i < others; i++) crowd.turnAway();

    assertThat(crowd.turnAway()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void whoIsThroughMakesUpForOne() {
    for (int i = 0; i < 1000; i++) crowd.turnAway();
    for (int i = 0; i < 950; i++) crowd.served();
    assertThat(crowd.turnAway()).isEqualTo(Duration.ofSeconds(10));

    for (int i = 0; i < 5000; i++) crowd.served();
    for (int i = 0; i < 99; i++) crowd.turnAway();
    assertThat(crowd.turnAway()).as("nobody is served on credit").hasSeconds(20);
  }
}

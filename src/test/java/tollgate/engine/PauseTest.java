package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseTest {

  @ParameterizedTest(name = "{1} items, of {0} ms: {2} ms")
  @CsvSource({
    "20, 0, 0",
    "20, 1, 1",
    "20, 4, 5",
    "20, 8, 10",
    "20, 16, 20",
    "20, 32, 20",
    "20, 64, 10",
    "20, 256, 2",
    "0, 9, 0"
  })
  void isLongestInACrowd(long gather, int items, long millis) {
    assertThat(Pause.after(Duration.ofMillis(gather), items).toMillis()).isEqualTo(millis);
  }
}

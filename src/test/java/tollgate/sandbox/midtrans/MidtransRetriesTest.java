package tollgate.sandbox.midtrans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.Answer;

/** N4 and N5 of the protocol page on GoPay. */
class MidtransRetriesTest {

  private final MidtransRetries table = new MidtransRetries();

  @ParameterizedTest
  @CsvSource({
    "200, 0", "201, 0", "204, 0", "301, 0", "302, 0", "303, 0", "400, 2", "401, 5", "403, 5",
    "404, 2", "500, 1", "502, 5", "503, 4", "504, 5"
  })
  void repeatsByAnswer(int status, int retries) {
    var answer = new Answer.Answered(status, "", "");

    assertThat(table.retries(answer)).isEqualTo(retries);
    if (retries > 0) assertThat(table.pauseMillis(retries, answer)).isPresent();
    assertThat(table.pauseMillis(retries + 1, answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 10", "3, 30", "4, 90", "5, 210"})
  void pausesGrow(int attempt, long minutes) {
    var pause = table.pauseMillis(attempt, new Answer.Silence("time-out")).orElseThrow();

    assertThat(pause).isBetween(minutes * 54_000, minutes * 66_000);
  }

  @Test
  void givesUpAfterFive() {
    assertThat(table.pauseMillis(6, new Answer.Silence("time-out"))).isEmpty();
  }
}

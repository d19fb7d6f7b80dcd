package tollgate.sandbox.touchngo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.Answer;

/** The table of §4 in the provider's protocol page. */
class TouchngoRetriesTest {

  private final TouchngoRetries table = new TouchngoRetries();

  @ParameterizedTest
  @CsvSource({
    "200, OK, 0",
    "200, Welcome, 8",
    "200, '', 8",
    "201, OK, 8",
    "204, '', 8",
    "302, '', 2",
    "307, '', 2",
    "400, FAIL malformed, 2",
    "403, FAIL signature, 2",
    "404, FAIL unknown, 2",
    "401, '', 8",
    "408, '', 8",
    "429, '', 8",
    "500, '', 8",
    "503, FAIL again, 8"
  })
  void repeatsByAnswer(int status, String body, int retries) {
    assertThat(table.retries(new Answer.Answered(status, body, ""))).isEqualTo(retries);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5",
    "2, 30",
    "3, 120",
    "4, 600",
    "5, 1800",
    "6, 7200",
    "7, 21600",
    "8, 43200",
    "9, "
  })
  void pausesGrowAndEnd(int attempt, Long seconds) {
    var pause = table.pauseMillis(attempt, new Answer.Silence("time-out"));

    assertThat(pause.isPresent()).isEqualTo(seconds != null);
    if (seconds != null) assertThat(pause).hasValue(seconds * 1000);
  }
}

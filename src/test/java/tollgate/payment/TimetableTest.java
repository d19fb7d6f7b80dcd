package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

  /** Never more often than every 10 s, which is what the strictest provider allows. */
  @ParameterizedTest(name = "asked {0} times: {1} s")
  @CsvSource({
    "0, 60",
    "1, 10",
    "2, 20",
    "3, 40",
    "4, 80",
    "5, 160",
    "6, 320",
    "7, 640",
    "8, 900",
    "9, 900",
    "64, 900",
    "2147483647, 900"
  })
  void gaps(int asks, int seconds) {
    assertThat(new Timetable(60, 600).gap(asks)).isEqualTo(seconds);
  }

  @ParameterizedTest(name = "base {0}, limit {1}")
  @CsvSource({"1, 5", "60, 600", "600, 60", "1, 604800", "1, 2592000"})
  void allowed(int base, int limit) {
    assertThat(new Timetable(base, limit).gap(0)).isEqualTo(base);
  }

  @ParameterizedTest(name = "base {0}, limit {1}")
  @CsvSource({"1, 4", "1, 31622401", "1, 0", "1, -1", "0, 60", "-1, 60"})
  void notAllowed(int base, int limit) {
    assertThatThrownBy(() -> new Timetable(base, limit))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

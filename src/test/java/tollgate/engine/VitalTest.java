package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of a method, from sales that were decided. */
class VitalTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** {@code all}: seconds ago, and the milliseconds of a success or a minus. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ''                                       | 0  | 0   | 0    | 0
          '1:-'                                    | 1  | 0   | 0    | 0
          '1:900'                                  | 1  | 100 | 900  | 900
          '1:900 1:100'                            | 2  | 100 | 100  | 900
          '1:300 1:100 1:200'                      | 3  | 100 | 200  | 300
          '1:300 1:- 1:-'                          | 3  | 33  | 300  | 300
          '59:100 60:200 61:300'                   | 2  | 100 | 100  | 200
          '61:300'                                 | 0  | 0   | 0    | 0
          '1:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10' | 10 | 100 | 5  | 10
          """)
  void isMeasured(String all, int sales, int percent, long p50, long p95) {
    var decided = new ArrayList<Vital.Decided>();
    for (var sale : all.split(" ", -1)) {
      if (sale.isEmpty()) continue;

      var parts = sale.split(":", -1);
      var at = NOW.minusSeconds(Long.parseLong(parts[0]));
      var succeeded = !parts[1].equals("-");
      decided.add(new Vital.Decided(at, succeeded, succeeded ? Long.parseLong(parts[1]) : 5));
    }

    assertThat(Vital.of(decided, NOW.minusSeconds(60)))
        .isEqualTo(new Vital(sales, percent, p50, p95));
  }
}

package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencyLimitTest {

  private static final long SECOND = 1_000_000_000;
  private static final WebOptions.Shedding OPTIONS =
      new WebOptions.Shedding(8, 128, Duration.ofMillis(500), Duration.ofSeconds(1));

  /**
   * Windows of a second each: so many requests, how many of them slow, how many at once at most.
   */
  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # windows                                    | limit
          20 quick at 5                                | 128
          20 quick at 128                              | 128
          # one slow moment is no overload
          20 slow at 100                               | 128
          20 slow at 100, 20 quick at 5, 20 slow at 90 | 128
          # but two are, and what counts is how many there were
          20 slow at 100, 20 slow at 100               | 75
          20 slow at 128, 20 slow at 128               | 96
          20 slow at 100, 20 slow at 100, 20 slow at 75| 56
          # never less than the least
          20 slow at 9, 20 slow at 9                   | 8
          20 slow at 1, 20 slow at 1, 20 slow at 1     | 8
          # so few say nothing
          9 slow at 100, 9 slow at 100                 | 128
          # one in ten may be slow
          18 quick at 99 + 2 slow at 99, 18 quick at 99 + 2 slow at 99 | 128
          17 quick at 99 + 3 slow at 99, 17 quick at 99 + 3 slow at 99 | 74
          # what was dropped was not done in time either
          20 dropped at 40, 20 dropped at 40           | 30
          # it grows while it is reached, and only then
          20 slow at 32, 20 slow at 32, 20 quick at 24 | 28
          20 slow at 32, 20 slow at 32, 20 quick at 12 | 24
          20 slow at 32, 20 slow at 32, 20 quick at 24, 20 quick at 28, 20 quick at 32 | 37
          """)
  void isLearned(String windows, int limit) {
    var learning = new ConcurrencyLimit(OPTIONS, 0);
    long now = 0;
    for (var window : windows.split(",", -1)) {
      now += SECOND;
      var parts = window.split("\\+", -1);
      for (int i = 0; i < parts.length; i++) {
        play(learning, parts[i].strip().split(" ", -1), i < parts.length - 1 ? now - 1 : now);
      }
    }

    assertThat(learning.limit()).isEqualTo(limit);
  }

  /** All but the last request of a window end within it. */
  private static void play(ConcurrencyLimit learning, String[] words, long end) {
    int many = Integer.parseInt(words[0]);
    var nanos = words[1].equals("slow") ? SECOND * 6 / 10 : SECOND / 10;
    for (int i = 1; i <= many; i++) {
      var now = i < many ? end - 1 : end;
      learning.took(nanos, Integer.parseInt(words[3]), words[1].equals("dropped"), now);
    }
  }
}

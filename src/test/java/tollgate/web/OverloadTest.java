package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.web.ConcurrencyLimit.Place;
import tollgate.web.ConcurrencyLimit.Said;

/**
 * The usual limit before a store that commits groups, played by the millisecond: what merchants see
 * of a good day, of a storm, and of a store that is slow or hangs for a while.
 */
class OverloadTest {

  private static final int SECONDS = 40;
  private static final long MILLI = 1_000_000;
  private static final int BATCH_MAX = 500;

  /** Each commit takes so long, and each request in it so many microseconds more. */
  private record Store(int millis, int micros) {

    int takes(int requests) {
      return millis + requests * micros / 1000;
    }
  }

  /** The store does nothing from the tenth second on for so long. */
  private record Day(int perSecond, Store store, int hangMillis) {}

  private record Waiting(Place place, int since) {}

  private final ConcurrencyLimit limit = new ConcurrencyLimit(WebOptions.Shedding.DEFAULT, 0);
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private final List<Integer> waits = new ArrayList<>();
  private int refused;
  private int lastRefusedAt;
  private List<Waiting> batch = List.of();
  private int batchEndsAt;

  /**
   * Refused at most so many of a hundred; who got in waited at most so long in 95 of 100 cases; of
   * what the store can do so many of a hundred are done; and nobody is refused any more after so
   * many seconds, of forty.
   */
  @ParameterizedTest(name = "{0} a second, commits of {1} ms + {2} µs each, hangs {3} ms")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a second | ms | µs    | hang  | refused % | p95 ms | done % | quiet after
          # the full rate, and twice as much: nobody is refused
          500        | 5  | 400   | 0     | 0         | 50     | 0      | 0
          1500       | 5  | 400   | 0     | 0         | 50     | 0      | 0
          2000       | 5  | 400   | 0     | 0         | 150    | 0      | 0
          # with a pause, as a checkpoint makes one
          500        | 5  | 400   | 400   | 0         | 450    | 0      | 0
          1500       | 5  | 400   | 250   | 0         | 500    | 0      | 0
          # nor while a gateway that has just started is slow to warm
          500        | 5  | 400   | 800   | 0         | 900    | 0      | 0
          # far away from the store
          500        | 150| 400   | 0     | 0         | 500    | 0      | 0
          # ten times what can be done
          25000      | 5  | 400   | 0     | 91        | 700    | 90     | 40
          2500       | 5  | 4000  | 0     | 91        | 2000   | 90     | 40
          # ten times slower than usual
          500        | 50 | 4000  | 0     | 60        | 1700   | 80     | 40
          # it hangs
          500        | 5  | 400   | 10000 | 26        | 400    | 0      | 23
          1500       | 5  | 400   | 10000 | 28        | 400    | 0      | 24
          """)
  void isSurvived(
      int perSecond, int ms, int us, int hang, int most, int p95, int done, int quietAfter) {
    var store = new Store(ms, us);
    play(new Day(perSecond, store, hang));

    var came = perSecond * SECONDS;
    assertThat(refused * 100.0 / came).as("refused").isLessThanOrEqualTo(most);
    waits.sort(null);
    assertThat(waits.get(waits.size() * 95 / 100)).as("p95").isLessThanOrEqualTo(p95);
    var possible = SECONDS * 1000.0 * BATCH_MAX / store.takes(BATCH_MAX);
    assertThat(waits.size() * 100 / possible).as("done").isGreaterThanOrEqualTo(done);
    assertThat(lastRefusedAt).as("last refused").isLessThanOrEqualTo(quietAfter * 1000);
    assertThat(waits.size() + refused + queue.size() + batch.size()).isEqualTo(came);
  }

  private void play(Day day) {
    int came = 0;
    for (int now = 0; now < SECONDS * 1000; now++) {
      while (came * 1000L < (long) day.perSecond() * (now + 1)) {
        came++;
        arrives(now);
      }
      boolean hangs = now >= 10_000 && now < 10_000 + day.hangMillis();
      if (!hangs && now >= batchEndsAt) commit(day.store(), now);
    }
  }

  private void arrives(int now) {
    var place = limit.enter(now * MILLI);
    if (place != null) {
      queue.add(new Waiting(place, now));
      return;
    }
    refused++;
    lastRefusedAt = now;
  }

  private void commit(Store store, int now) {
    for (var done : batch) {
      limit.leave(done.place(), Said.DONE, now * MILLI);
      waits.add(now - done.since());
    }
    batch = new ArrayList<>();
    while (batch.size() < BATCH_MAX && !queue.isEmpty()) batch.add(queue.remove());
    batchEndsAt = now + store.takes(batch.size());
  }
}

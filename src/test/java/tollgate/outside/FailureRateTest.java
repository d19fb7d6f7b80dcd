package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureRateTest {

  private static final ProviderOptions.Breaker OPTIONS = ProviderOptions.USUAL.breaker();

  /** {@code bad} failures after {@code good} successes, each {@code everyMillis} after the last. */
  @ParameterizedTest(name = "{0} good, {1} bad, one every {2} ms: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0    | 19  | 1    | closed
          0    | 20  | 1    | open
          10   | 9   | 1    | closed
          10   | 10  | 1    | open
          100  | 99  | 1    | closed
          100  | 100 | 1    | open
          5000 | 5   | 1    | closed
          0    | 20  | 600  | closed
          0    | 20  | 400  | open
          30   | 0   | 1    | closed
          """)
  void itOpensByShareAndNotByCount(int good, int bad, int everyMillis, String becomes) {
    var rate = new FailureRate(OPTIONS);
    long now = 1_000_000;
    boolean tripped = false;
    for (int i = 0; i < good; i++) tripped |= rate.add(now += everyMillis, false);
    for (int i = 0; i < bad; i++) tripped |= rate.add(now += everyMillis, true);

    assertThat(tripped).isEqualTo(becomes.equals("open"));
  }

  @Test
  void whatIsClearedIsForgotten() {
    var rate = new FailureRate(OPTIONS);
    for (int i = 0; i < 19; i++) rate.add(1_000, true);
    rate.clear();

    assertThat(rate.add(1_000, true)).isFalse();
  }

  @Test
  void aBulkheadLetsInWhatFitsAndRefusesTheRestAtOnce() {
    var bulkhead = new Bulkhead(new ProviderOptions.Calls(2, 3, Duration.ofSeconds(5)), () -> 0L);
    var promises = new ArrayList<Promise<String>>();
    var results = new ArrayList<Future<String>>();
    for (int i = 0; i < 6; i++) {
      results.add(
          bulkhead.enter(() -> {
            promises.add(Promise.promise());
            return promises.getLast().future();
          }));
    }

    assertThat(promises).hasSize(2);
    assertThat(bulkhead.waiting()).isEqualTo(3);
    assertThat(results.get(5).cause()).isInstanceOf(Unsent.class);
    promises.get(0).complete("done");
    assertThat(promises).hasSize(3);
    assertThat(bulkhead.inUse()).isEqualTo(2);
  }

  @Test
  void whoWaitedTooLongIsNotLetIn() {
    var now = new AtomicLong();
    var bulkhead = new Bulkhead(new ProviderOptions.Calls(1, 10, Duration.ofMillis(100)), now::get);
    var first = Promise.<String>promise();
    bulkhead.enter(first::future);
    var late = bulkhead.enter(() -> Future.succeededFuture("in"));
    now.set(101);
    first.complete("out");

    assertThat(late.cause()).isInstanceOf(Unsent.class);
    assertThat(bulkhead.inUse()).isZero();
  }

  /** Behind an open breaker thousands end at once; none may stand on the other's shoulders. */
  @Test
  void aLongQueueEndsWithoutALongStack() {
    var bulkhead =
        new Bulkhead(new ProviderOptions.Calls(1, 100_000, Duration.ofSeconds(5)), () -> 0L);
    var first = Promise.<String>promise();
    var ended = new AtomicInteger();
    bulkhead.enter(first::future);
    for (int i = 0; i < 100_000; i++) {
      bulkhead
          .enter(() -> Future.<String>failedFuture("at once"))
          .onFailure(_ -> ended.incrementAndGet());
    }
    first.complete("go");

    assertThat(ended).hasValue(100_000);
    assertThat(bulkhead.inUse()).isZero();
  }
}

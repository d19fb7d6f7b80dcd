package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatcherTest {

  private final List<List<Integer>> batches = new ArrayList<>();
  private final List<Promise<Void>> inFlight = new ArrayList<>();

  @Test
  void oneGoesAloneAndAtOnceAndTheRestGathersBehindIt() {
    var batcher = new Batcher<Integer>(3, 100, this::slowly);

    for (int i = 1; i <= 6; i++) assertThat(batcher.offer(i)).isTrue();
    assertThat(batches).containsExactly(List.of(1));
    assertThat(batcher.waiting()).isEqualTo(5);
    land();
    land();
    assertThat(batches).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
    assertThat(batcher.isIdle()).isFalse();
    land();

    assertThat(batcher.isIdle()).isTrue();
    assertThat(batcher.waiting()).isZero();
  }

  @Test
  void whatDoesNotFitIsRefusedAndTheRestIsNotHarmed() {
    var batcher = new Batcher<Integer>(10, 2, this::slowly);

    assertThat(IntStream.range(0, 5).mapToObj(batcher::offer))
        .containsExactly(true, true, true, false, false);
    land();
    assertThat(batcher.offer(9)).isTrue();
    land();
    land();

    assertThat(batches).containsExactly(List.of(0), List.of(1, 2), List.of(9));
  }

  @Test
  void theNextBatchGathersUntilThePauseIsOver() {
    var sizes = new ArrayList<Integer>();
    var pauses = new ArrayList<Promise<Void>>();
    var batcher =
        new Batcher<Integer>(
            new Batcher.Limits(1, 10, 100),
            this::slowly,
            items -> {
              sizes.add(items);
              pauses.add(Promise.promise());
              return pauses.getLast().future();
            });
    for (int i = 1; i <= 2; i++) batcher.offer(i);
    land();
    batcher.offer(3);
    assertThat(batches).containsExactly(List.of(1));

    pauses.getFirst().complete();

    assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
    assertThat(sizes).containsExactly(1, 2);
    pauses.getLast().complete();
    assertThat(batcher.isIdle()).isFalse();
    land();
    assertThat(batcher.isIdle()).isTrue();
  }

  @Test
  void aFailedBatchDoesNotStopTheNext() {
    var batcher = new Batcher<Integer>(10, 10, this::slowly);
    batcher.offer(1);
    batcher.offer(2);

    inFlight.removeFirst().fail("down");

    assertThat(batches).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void aStoreThatAnswersAtOnceNeedsNoStack() {
    var seen = new AtomicInteger();
    var self = new ArrayList<Batcher<Integer>>();
    self.add(
        new Batcher<>(
            1,
            10,
            batch -> {
              if (seen.incrementAndGet() < 100_000) self.getFirst().offer(1);
              return Future.succeededFuture(batch);
            }));

    self.getFirst().offer(1);

    assertThat(seen).hasValue(100_000);
  }

  @Test
  void fromManyThreadsEverythingGoesOnceAndNeverTwoBatchesAtATime() {
    var seen = new ConcurrentLinkedQueue<Integer>();
    var running = new AtomicInteger();
    var together = new AtomicInteger();
    var batcher =
        new Batcher<Integer>(
            7,
            Integer.MAX_VALUE,
            batch -> {
              if (running.incrementAndGet() > 1) together.incrementAndGet();
              seen.addAll(batch);
              running.decrementAndGet();
              return Future.succeededFuture();
            });

    try (var pool = new ForkJoinPool(4)) {
      for (int i = 0; i < 20_000; i++) {
        int item = i;
        pool.execute(() -> batcher.offer(item));
      }
    }

    assertThat(batcher.isIdle()).isTrue();
    assertThat(together).hasValue(0);
    assertThat(seen).hasSize(20_000).doesNotHaveDuplicates();
  }

  @Test
  void onlyAFullBatchGoesBesideAnother() {
    var batcher = new Batcher<>(new Batcher.Limits(2, 2, 100), this::slowly, Pause.NONE);

    for (int i = 1; i <= 2; i++) batcher.offer(i);
    assertThat(batches).containsExactly(List.of(1));
    assertThat(batcher.isCrowded()).isFalse();
    for (int i = 3; i <= 6; i++) batcher.offer(i);
    assertThat(batches).as("no third").containsExactly(List.of(1), List.of(2, 3));
    assertThat(batcher.isCrowded()).as("a full one waits").isTrue();
    land();
    assertThat(batches).last().isEqualTo(List.of(4, 5));
    assertThat(batcher.isCrowded()).as("a full one beside another").isTrue();
    land();
    assertThat(batches).as("not full").hasSize(3);
    assertThat(batcher.isCrowded()).isFalse();
    land();
    land();

    assertThat(batches).last().isEqualTo(List.of(6));
    assertThat(batcher.isIdle()).isTrue();
  }

  private Future<Void> slowly(List<Integer> batch) {
    batches.add(batch);
    var promise = Promise.<Void>promise();
    inFlight.add(promise);
    return promise.future();
  }

  private void land() {
    inFlight.removeFirst().complete();
  }
}

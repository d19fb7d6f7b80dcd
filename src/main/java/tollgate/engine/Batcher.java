package tollgate.engine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Smart batching: nothing in flight, and an item goes alone and at once; a batch in flight, and
 * items gather behind it and are the next batch. So latency at low load is one batch of one, and
 * throughput rises by itself with the load. Safe to offer to from any thread.
 *
 * <p>A second batch goes beside the first only when it is full: a smaller one would be robbed of
 * the items that are still to come, and would cost as much as a large one.
 */
public final class Batcher<T> {

  private final int batchesMax;
  private final int batchMax;
  private final int queueMax;
  private final Function<List<T>, Future<?>> work;
  private final Pause pause;
  private final Queue<T> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();

  /**
   * Batches run one after another. {@code work} must not throw; its future says when the next may
   * start.
   */
  public Batcher(int batchMax, int queueMax, Function<List<T>, Future<?>> work) {
    this(new Limits(1, batchMax, queueMax), work, Pause.NONE);
  }

  /**
   * The same, where a batch is in flight at least until {@code pause}, begun with it, is over. The
   * first item after a lull waits for nobody; in a crowd a batch is not smaller than what comes in
   * that time, and what a commit costs is shared by more.
   */
  public Batcher(Limits limits, Function<List<T>, Future<?>> work, Pause pause) {
    batchesMax = limits.batchesMax();
    batchMax = limits.batchMax();
    queueMax = limits.queueMax();
    this.work = work;
    this.pause = pause;
  }

  /**
   * Its limits.
   *
   * @param batchesMax batches in flight at once, all but one of them full
   * @param batchMax items in a batch
   * @param queueMax items that may wait
   */
  public record Limits(int batchesMax, int batchMax, int queueMax) {}

  /**
   * Whether there was room. What was refused is untouched: its owner must say so to whoever asked.
   */
  public boolean offer(T item) {
    if (size.incrementAndGet() > queueMax) {
      size.decrementAndGet();
      return false;
    }
    queue.add(item);
    pump();
    return true;
  }

  /** Items that wait; those in flight are not counted. */
  public int waiting() {
    return size.get();
  }

  /** Whether a full batch waits, or is in flight beside another. */
  public boolean isCrowded() {
    return inFlight.get() > 1 || isFullWaiting();
  }

  private boolean isFullWaiting() {
    return waiting() >= batchMax;
  }

  public boolean isIdle() {
    return size.get() == 0 && inFlight.get() == 0;
  }

  /** A loop and not a recursion: a store in memory completes at once, however long the queue. */
  private void pump() {
    while (begins()) {
      var batch = take();
      var done = batch.isEmpty() ? Future.succeededFuture() : flight(batch);
      if (done.isComplete()) inFlight.decrementAndGet();
      else done.onComplete(_ -> landed());
    }
  }

  private Future<?> flight(List<T> batch) {
    var rest = pause.after(batch.size());
    var done = work.apply(batch);
    return rest.isComplete() ? done : Future.join(done, rest);
  }

  /** Whether a batch begins now; then it is counted. */
  private boolean begins() {
    while (!queue.isEmpty()) {
      int now = inFlight.get();
      if (now >= batchesMax || (now > 0 && !isFullWaiting())) return false;
      if (inFlight.compareAndSet(now, now + 1)) return true;
    }
    return false;
  }

  private void landed() {
    inFlight.decrementAndGet();
    pump();
  }

  private List<T> take() {
    var batch = new ArrayList<T>(Math.min(batchMax, Math.max(1, size.get())));
    T item;
    while (batch.size() < batchMax && (item = queue.poll()) != null) batch.add(item);
    size.addAndGet(-batch.size());
    return batch;
  }
}

package tollgate.engine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Smart batching: nothing in flight, and an item goes alone and at once; a batch in flight, and
 * items gather behind it and are the next batch. No timer, so latency at low load is one batch of
 * one, and throughput rises by itself with the load. Safe to offer to from any thread; batches run
 * one after another.
 */
public final class Batcher<T> {

  private final int batchMax;
  private final int queueMax;
  private final Function<List<T>, Future<?>> work;
  private final Queue<T> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicBoolean inFlight = new AtomicBoolean();

  /** {@code work} must not throw; its future says when the next batch may start. */
  public Batcher(int batchMax, int queueMax, Function<List<T>, Future<?>> work) {
    this.batchMax = batchMax;
    this.queueMax = queueMax;
    this.work = work;
  }

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

  public boolean isIdle() {
    return size.get() == 0 && !inFlight.get();
  }

  /** A loop and not a recursion: a store in memory completes at once, however long the queue. */
  private void pump() {
    while (!queue.isEmpty() && inFlight.compareAndSet(false, true)) {
      var batch = take();
      var done = batch.isEmpty() ? Future.succeededFuture() : work.apply(batch);
      if (!done.isComplete()) {
        done.onComplete(_ -> landed());
        return;
      }
      inFlight.set(false);
    }
  }

  private void landed() {
    inFlight.set(false);
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

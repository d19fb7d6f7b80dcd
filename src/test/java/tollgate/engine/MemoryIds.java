package tollgate.engine;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicLong;

/** The ids of one node of a {@link MemoryStore}, taken in blocks as a node takes them. */
final class MemoryIds implements Ids {

  private final AtomicLong nextBlock;
  private final int block;
  private long next;
  private long last;

  MemoryIds(AtomicLong nextBlock, int block) {
    this.nextBlock = nextBlock;
    this.block = block;
  }

  @Override
  public synchronized Future<Long> next() {
    if (next == last) {
      next = nextBlock.getAndAdd(block);
      last = next + block;
    }
    next++;
    return Future.succeededFuture(next);
  }
}

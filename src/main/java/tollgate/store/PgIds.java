package tollgate.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Ids;

/**
 * Numbers from blocks that this node reserves: one statement a thousand ids, and none on the way of
 * a request. Ids of a block that a node never used are lost, which nobody minds. Safe on many
 * threads.
 */
final class PgIds implements Ids {

  private static final String RESERVE =
      """
      update id_block
         set next_id = next_id + $2
       where name = $1
      returning next_id
      """;

  /** Compared by identity: two blocks are never the same one. */
  private static final class Block {
    private final AtomicLong next;
    private final long end;

    Block(long start, long end) {
      next = new AtomicLong(start);
      this.end = end;
    }
  }

  private final Statements statements;
  private final String name;
  private final long blockSize;
  private final AtomicReference<Block> block;
  private final AtomicReference<@Nullable Future<Block>> reserving = new AtomicReference<>();

  PgIds(Pool pool, String name, long blockSize) {
    statements = new Statements(pool);
    this.name = name;
    this.blockSize = blockSize;
    block = new AtomicReference<>(new Block(0, 0));
  }

  @Override
  public Future<Long> next() {
    var now = block.get();
    var id = now.next.getAndIncrement();
    if (id < now.end) return Future.succeededFuture(id);

    return reserve(now).compose(_ -> next());
  }

  /** Many callers may find the block empty; one of them asks, all of them wait. */
  private Future<Block> reserve(Block empty) {
    if (block.get() != empty) return Future.succeededFuture(block.get());

    var promise = Promise.<Block>promise();
    var mine = promise.future();
    var first = reserving.compareAndExchange(null, mine);
    if (first != null) return first;

    statements
        .execute(RESERVE, Tuple.of(name, blockSize))
        .map(rows -> rows.iterator().next().getLong(0))
        .map(end -> new Block(end - blockSize, end))
        .onSuccess(block::set)
        .onComplete(result -> {
          reserving.set(null);
          if (result.succeeded()) promise.complete(result.result());
          else promise.fail(result.cause());
        });
    return mine;
  }
}

package tollgate.engine;

import io.vertx.core.Future;

/** Operation ids: increasing on a node, unique everywhere, below 2^53 as the Gate wire wants. */
@FunctionalInterface
public interface Ids {

  Future<Long> next();
}

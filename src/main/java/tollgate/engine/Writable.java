package tollgate.engine;

import io.vertx.core.Future;

/** Whether what we promise can be kept right now: the database is there and takes writes. */
@FunctionalInterface
public interface Writable {

  /** Fails, with the reason, when it cannot. */
  Future<Void> check();
}

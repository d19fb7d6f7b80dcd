package tollgate.sandbox;

import io.vertx.core.Future;
import tollgate.sandbox.Memory.Change;

/**
 * What became of a step of one payment.
 *
 * @param told completes when all is over that the step set off, its first callbacks included
 */
public record Played<T>(Change<T> change, Future<Void> told) {

  public T after() {
    return change.after();
  }
}

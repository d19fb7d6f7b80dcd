package tollgate.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** A batch answers many callers on one thread; each goes on where it asked. */
public final class Callers {

  private Callers() {}

  /** Completes on the context that this is called on; anywhere, when it is called on none. */
  public static <T> Future<T> context(Promise<T> promise) {
    var context = Vertx.currentContext();
    var future = promise.future();
    if (context == null || future.isComplete()) return future;

    var here = Promise.<T>promise();
    future.onComplete(result ->
        context.runOnContext(_ -> {
          if (result.succeeded()) here.complete(result.result());
          else here.fail(result.cause());
        }));
    return here.future();
  }
}

package brokenwalls.nothingblocks.tollgate.engine;

import io.vertx.core.Future;

final class HoleAwait {
  String rest(Future<String> some) {
    return some.await();
  }
}

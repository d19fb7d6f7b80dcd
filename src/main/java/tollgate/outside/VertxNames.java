package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Looks names up with Vert.x's own resolver, which blocks nobody and knows the hosts file. Vert.x
 * offers only the first address in public; all of them must be seen, hence its inner door.
 */
record VertxNames(Vertx vertx) implements UrlGuard.Names {

  @Override
  public Future<List<InetAddress>> addresses(String host) {
    var promise = Promise.<List<InetSocketAddress>>promise();
    ((VertxInternal) vertx)
        .nameResolver()
        .resolveAll(
            host,
            result -> {
              if (result.succeeded()) promise.complete(result.result());
              else promise.fail(result.cause());
            });
    return promise.future().map(all -> all.stream().map(InetSocketAddress::getAddress).toList());
  }
}

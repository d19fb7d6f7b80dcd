package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/**
 * Where a merchant may send us. A URL given by others must not lead into our own networks, so the
 * name is looked up here, every address it has is checked, and the connection goes to an address
 * that was checked and to no other: a name that changes its mind in between gains nothing.
 */
final class UrlGuard {

  /** Well-known ports of web servers; the others below 1024 belong to mail, shells and the like. */
  private static final Set<Integer> LOW_PORTS = Set.of(80, 443);

  private static final int LOW_PORT_MAX = 1023;

  /** This URL is not one we call. {@code reason} is a word of few, fit for a label. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    Refused(String reason) {
      super("url refused: " + reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /** All addresses of a name. */
  @FunctionalInterface
  interface Names {
    Future<List<InetAddress>> addresses(String host);
  }

  private final Names names;

  UrlGuard(Names names) {
    this.names = names;
  }

  /**
   * How to reach the endpoint. Fails with {@link Refused}, or as the look-up failed.
   *
   * @param privateToo for demo and test projects, whose merchants live beside us
   */
  Future<RequestOptions> admit(Endpoint endpoint, boolean privateToo) {
    int port = endpoint.port();
    if (!privateToo && port <= LOW_PORT_MAX && !LOW_PORTS.contains(port)) {
      return Future.failedFuture(new Refused("port"));
    }
    return addresses(endpoint)
        .compose(all -> {
          if (all.isEmpty()) return Future.failedFuture(new Refused("no_address"));
          if (!privateToo && !all.stream().allMatch(UrlGuard::isPublic)) {
            return Future.failedFuture(new Refused("address"));
          }
          return Future.succeededFuture(pinned(endpoint, all.getFirst()));
        });
  }

  private Future<List<InetAddress>> addresses(Endpoint endpoint) {
    if (!endpoint.isLiteral()) return names.addresses(endpoint.host());

    try {
      return Future.succeededFuture(List.of(InetAddress.ofLiteral(endpoint.host())));
    } catch (IllegalArgumentException notOne) {
      return Future.failedFuture(new Refused("host"));
    }
  }

  /** A v4-mapped IPv6 literal arrives here as the IPv4 address that it is. */
  private static boolean isPublic(InetAddress address) {
    return PublicAddress.is(address.getAddress());
  }

  /** The address for the connection; the name for Host, SNI and the certificate. */
  private static RequestOptions pinned(Endpoint endpoint, InetAddress address) {
    var server = new InetSocketAddress(address, endpoint.port());
    return new RequestOptions()
        .setServer(SocketAddress.inetSocketAddress(server))
        .setHost(endpoint.authority())
        .setPort(endpoint.port())
        .setSsl(endpoint.tls())
        .setURI(endpoint.target());
  }
}

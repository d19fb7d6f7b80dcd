package tollgate.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tollgate.web.WebOptions.Tls;

/**
 * Speaks HTTP at the public port. Deploy as many as there are event loops: they share the port, and
 * all that they share beside it is safe for their threads.
 */
public final class HttpVerticle extends VerticleBase {

  private static final int STREAMS_MAX = 100;

  // Prepared once, for every answer has them.
  private static final CharSequence CONTENT_TYPE_OPTIONS =
      createOptimized("x-content-type-options");
  private static final CharSequence NOSNIFF = createOptimized("nosniff");
  private static final CharSequence REFERRER_POLICY = createOptimized("referrer-policy");
  private static final CharSequence NO_REFERRER = createOptimized("no-referrer");
  private static final CharSequence FRAME_OPTIONS = createOptimized("x-frame-options");
  private static final CharSequence DENY = createOptimized("DENY");
  private static final CharSequence TRANSPORT_SECURITY =
      createOptimized("strict-transport-security");
  private static final CharSequence ONE_YEAR = createOptimized("max-age=31536000");

  private final WebOptions options;
  private final WebParts parts;
  private final List<Consumer<Router>> extras;
  private @Nullable HttpServer server;
  private int port;

  /** {@code extras}: pages of others, such as the sandbox and the demo, mounted after our own. */
  public HttpVerticle(WebOptions options, WebParts parts, List<Consumer<Router>> extras) {
    this.options = options;
    this.parts = parts;
    this.extras = List.copyOf(extras);
  }

  @Override
  public Future<?> start() {
    return vertx
        .createHttpServer(serverOptions())
        .requestHandler(router())
        .listen(options.port(), options.host())
        .onSuccess(this::listening);
  }

  /** No new connection is taken; what was asked already is answered, if that does not take long. */
  @Override
  public Future<?> stop() {
    if (server == null) return Future.succeededFuture();

    var wait = options.limits().stopWait().toMillis();
    var shut = server.shutdown(wait, TimeUnit.MILLISECONDS);
    parts.eventParking().close();
    return Future.join(parts.parking().close(), shut);
  }

  /** Where it listens, once it is deployed; the system's choice when 0 was asked for. */
  public int port() {
    return port;
  }

  private void listening(HttpServer server) {
    this.server = server;
    port = server.actualPort();
  }

  private Router router() {
    var router = Router.router(vertx);
    router.route().handler(this::measured);
    // First, for routes are asked in this order and callbacks come by the thousand.
    new CallbackRoutes(parts, options.limits()).mount(router);
    mountGate(router);
    new DataRoutes(parts.data()).mount(router, new DataDoor(parts, options.limits()));
    new ReturnRoutes(parts, options.limits()).mount(router);
    new LinkPageRoutes(parts, options.limits()).mount(router);
    extras.forEach(extra -> extra.accept(router));
    Nowhere.mount(router);
    return router;
  }

  private void mountGate(Router router) {
    var envelope = new Envelope(parts.tenants(), parts.meters());
    var door = new GateDoor(envelope, parts.keeper(), parts.shedding(), options.limits());
    mountMoney(router, door);
    new StatusRoutes(parts).mount(router, door);
    new QueryCheck(envelope, parts.keeper()).mount(router);
    new EventsRoute(parts.events(), parts.eventParking()).mount(router, door);
    new MethodRoutes(parts.vitals()).mount(router, door);
    new WalletRoutes(parts.wallets(), parts.payments()).mount(router, door);
  }

  private void mountMoney(Router router, GateDoor door) {
    var requestIds = new RequestIds();
    var opens = new Opens(parts, requestIds);
    var refusing = new Refusing(parts.refusals(), requestIds);
    new SaleRoute(parts, opens, refusing).mount(router, door);
    new PayoutRoute(parts, opens, refusing).mount(router, door);
    new RefundRoutes(parts, requestIds, refusing).mount(router, door);
    new LinkRoutes(parts, requestIds, refusing).mount(router, door);
  }

  private void measured(RoutingContext ctx) {
    var start = System.nanoTime();
    parts.meters().started();
    ctx.addEndHandler(_ ->
        parts
            .meters()
            .ended(
                Endpoint.of(ctx),
                ctx.request().method().name(),
                ctx.response().getStatusCode(),
                System.nanoTime() - start));
    secure(ctx);
    ctx.next();
  }

  private void secure(RoutingContext ctx) {
    var headers = ctx.response().headers();
    headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
    headers.set(REFERRER_POLICY, NO_REFERRER);
    headers.set(FRAME_OPTIONS, DENY);
    if (options.tls() != null) headers.set(TRANSPORT_SECURITY, ONE_YEAR);
  }

  private HttpServerOptions serverOptions() {
    var limits = options.limits();
    var server =
        new HttpServerOptions()
            .setMaxInitialLineLength(limits.requestLineBytesMax())
            .setMaxHeaderSize(limits.headerBytesMax())
            .setIdleTimeout((int) limits.idle().toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setHandle100ContinueAutomatically(true)
            .setHttp2ClearTextEnabled(false)
            .setTcpFastOpen(false);
    server.getInitialSettings().setMaxConcurrentStreams(STREAMS_MAX);
    var tls = options.tls();
    return tls == null ? server : withTls(server, tls);
  }

  /** BoringSSL where its library is, else the JDK's engine; TLS 1.2 and 1.3, HTTP/2 by ALPN. */
  private static HttpServerOptions withTls(HttpServerOptions server, Tls tls) {
    server
        .setSsl(true)
        .setUseAlpn(true)
        .setKeyCertOptions(
            new PemKeyCertOptions().addCertPath(tls.certificatePath()).addKeyPath(tls.keyPath()))
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
    return OpenSSLEngineOptions.isAvailable()
        ? server.setSslEngineOptions(new OpenSSLEngineOptions())
        : server;
  }
}

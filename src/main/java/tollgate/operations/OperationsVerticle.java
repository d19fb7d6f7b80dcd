package tollgate.operations;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tollgate.operations.Health.Phase;

/**
 * The port of those who run Tollgate: {@code /metrics}, {@code /livez}, {@code /readyz}, {@code
 * /startupz}, {@code /invariants}. It asks nobody who he is and must not be reached by the public.
 */
public final class OperationsVerticle extends VerticleBase {

  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final int REQUEST_LINE_BYTES_MAX = 1024;

  /** Shorter than the connection's idle time. */
  private static final long WHOLE_WAIT_SECONDS = 50;

  private final OperationsOptions options;
  private final OperationsParts parts;
  private final Proof proof;
  private final DatabaseMeters counts;
  private volatile int port;

  public OperationsVerticle(OperationsOptions options, OperationsParts parts) {
    this.options = options;
    this.parts = parts;
    proof = new Proof(parts);
    counts = new DatabaseMeters(parts, options.doubtAfter());
  }

  @Override
  public Future<?> start() {
    every(options.checkEvery().toMillis(), this::prove);
    every(options.gaugesEvery().toMillis(), counts::readBacklog);
    var http =
        new HttpServerOptions()
            .setMaxInitialLineLength(REQUEST_LINE_BYTES_MAX)
            .setIdleTimeout(60)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setHttp2ClearTextEnabled(false);
    return vertx
        .createHttpServer(http)
        .requestHandler(router())
        .listen(options.port(), options.host())
        .onSuccess(this::listening);
  }

  /** Where it listens once it is deployed; the system's choice when 0 was asked for. */
  public int port() {
    return port;
  }

  private void listening(HttpServer server) {
    port = server.actualPort();
    prove();
    counts.readBacklog();
  }

  /** The next is counted from the end of the last: a slow database is not asked twice at once. */
  private void every(long millis, Runner work) {
    vertx.setTimer(millis, _ -> work.run().onComplete(_ -> every(millis, work)));
  }

  @FunctionalInterface
  private interface Runner {
    Future<?> run();
  }

  private Future<?> prove() {
    return proof
        .round()
        .onSuccess(_ -> proof.wholeUnlessWithin(options.wholeEvery()))
        .transform(_ -> counts.readBook());
  }

  private Router router() {
    var router = Router.router(vertx);
    router.get("/metrics").handler(this::metrics);
    router.get("/livez").handler(ctx -> say(ctx, 200, "ok"));
    router.get("/startupz").handler(this::startup);
    router.get("/readyz").handler(this::ready);
    router.get("/invariants").handler(this::invariants);
    return router;
  }

  /** Not on the event loop: a scrape writes thousands of lines, and probes wait behind it. */
  private void metrics(RoutingContext ctx) {
    vertx
        .executeBlocking(() -> parts.registry().scrape(METRICS_TYPE), false)
        .onSuccess(text -> ctx.response().putHeader("content-type", METRICS_TYPE).end(text))
        .onFailure(ctx::fail);
  }

  private void startup(RoutingContext ctx) {
    var isStarted = parts.health().phase() != Phase.STARTING;
    say(ctx, isStarted ? 200 : 503, isStarted ? "ok" : "starting");
  }

  private void ready(RoutingContext ctx) {
    switch (parts.health().phase()) {
      case STARTING -> say(ctx, 503, "starting");
      case DRAINING -> say(ctx, 503, "draining");
      case SERVING ->
          parts
              .questions()
              .writable()
              .check()
              .timeout(options.answerWithin().toMillis(), TimeUnit.MILLISECONDS)
              .onSuccess(_ -> say(ctx, 200, "ok"))
              .onFailure(failure -> say(ctx, 503, String.valueOf(failure.getMessage())));
    }
  }

  /** With {@code ?whole=true} all there is; that may take longer than a caller waits. */
  private void invariants(RoutingContext ctx) {
    if ("true".equals(ctx.request().getParam("whole"))) {
      proof
          .whole()
          .timeout(WHOLE_WAIT_SECONDS, TimeUnit.SECONDS)
          .onSuccess(ctx::json)
          .onFailure(failure -> unproven(ctx, failure));
      return;
    }
    proof.round().onSuccess(ctx::json).onFailure(failure -> unproven(ctx, failure));
  }

  private static void unproven(RoutingContext ctx, Throwable failure) {
    boolean goesOn = failure instanceof TimeoutException;
    ctx.response()
        .setStatusCode(goesOn ? 202 : 503)
        .putHeader("content-type", "application/json")
        .end(
            new JsonObject()
                .put("ok", false)
                .put("error", goesOn ? "goes on; ask again" : String.valueOf(failure.getMessage()))
                .encode());
  }

  private static void say(RoutingContext ctx, int status, String text) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("content-type", "text/plain; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .end(text + "\n");
  }
}

package tollgate.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.payment.Code;
import tollgate.web.GateAnswer.Known;

/**
 * What is said where no route has an answer: in the Gate's words below {@code /v2} and, for the
 * Data API, {@code /v1}; in as few words as possible elsewhere.
 */
final class Nowhere {

  private static final Logger LOG = LoggerFactory.getLogger(Nowhere.class);
  private static final String GATE = "/v2/";
  private static final String DATA = "/v1/";
  private static final int[] STATUSES = {400, 404, 405, 406, 408, 413, 414, 415, 500, 503};

  private Nowhere() {}

  static void mount(Router router) {
    for (var status : STATUSES) router.errorHandler(status, ctx -> answer(ctx, status));
  }

  private static void answer(RoutingContext ctx, int status) {
    if (status == 500) LOG.error("a request failed of us", ctx.failure());
    if (ctx.response().ended() || ctx.response().closed()) return;

    var path = ctx.request().path();
    if (status == 405) allow(ctx, path);
    if (isApi(path)) gate(ctx, status);
    else plain(ctx, status);
  }

  /** Our own paths know one method each; what others mounted says nothing of itself. */
  private static void allow(RoutingContext ctx, @Nullable String path) {
    if (path == null) return;
    if (path.equals(Endpoint.CHECK_QUERY.path())) {
      ctx.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
    } else if (isApi(path) || path.startsWith("/callbacks/")) {
      ctx.response().putHeader(HttpHeaders.ALLOW, "POST");
    } else if (path.startsWith("/link/") && path.endsWith("/pay")) {
      ctx.response().putHeader(HttpHeaders.ALLOW, "POST");
    } else if (path.startsWith("/return/") || path.startsWith("/link/")) {
      ctx.response().putHeader(HttpHeaders.ALLOW, "GET");
    }
  }

  private static boolean isApi(@Nullable String path) {
    return path != null && (path.startsWith(GATE) || path.startsWith(DATA));
  }

  private static void gate(RoutingContext ctx, int status) {
    GateAnswer.refused(GateRefusal.of(status, code(status), words(status)), Known.NOTHING)
        .send(ctx.response());
  }

  private static void plain(RoutingContext ctx, int status) {
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(words(status) + "\n");
  }

  private static Code code(int status) {
    return switch (status) {
      case 404 -> Code.UNKNOWN_METHOD;
      case 500 -> Code.INTERNAL_ERROR;
      case 503 -> Code.TRY_AGAIN;
      default -> Code.MALFORMED_REQUEST;
    };
  }

  private static String words(int status) {
    return switch (status) {
      case 404 -> "there is nothing here";
      case 405 -> "not with this HTTP method";
      case 408 -> "the message took too long to arrive";
      case 413 -> "the message is too large";
      case 414 -> "the address is too long";
      case 415 -> "the message must be application/json";
      case 500 -> "the fault is ours";
      case 503 -> "try again";
      default -> "not understood";
    };
  }
}

package tollgate.demo;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import tollgate.json.Json;

/** How the demo answers: with headers that let a page load nothing but our own files. */
final class Replies {

  /** Nothing from elsewhere, nothing inline, in nobody's frame. Forms may lead to any provider. */
  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  private Replies() {}

  static void json(RoutingContext ctx, int status, Json body) {
    guarded(ctx, status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(body.encode());
  }

  static void html(RoutingContext ctx, int status, String page) {
    guarded(ctx, status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(page);
  }

  /** The browser goes there by GET, and "back" does not post twice. */
  static void seeOther(RoutingContext ctx, String url) {
    guarded(ctx, 303).putHeader("Location", url).putHeader("Cache-Control", "no-store").end();
  }

  static HttpServerResponse guarded(RoutingContext ctx, int status) {
    return ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin");
  }

  static Json.Obj error(String why) {
    return Json.object().put("error", why).build();
  }
}

package tollgate.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.provider.Answer;

/**
 * Hands on what providers tell us: {@code /callbacks/{gateway}}, by POST or, as some protocols want
 * it, by GET. Nothing is read here, for who sent it is the adapter's first question.
 */
final class CallbackRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackRoutes.class);

  private final WebParts parts;
  private final WebOptions.Limits limits;

  CallbackRoutes(WebParts parts, WebOptions.Limits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  void mount(Router router) {
    Endpoint.CALLBACK.mount(router, this::callback);
    Endpoint.CALLBACK_BY_QUERY.mount(router, this::callback);
  }

  private void callback(RoutingContext ctx) {
    var gateway = Arrived.gateway(ctx, parts.tenants().get());
    if (gateway == null) {
      ctx.fail(404);
      return;
    }
    Bodies.read(
        ctx,
        limits,
        body ->
            parts
                .desk()
                .callback(gateway, Arrived.callback(ctx, body))
                .onSuccess(answer -> send(ctx, answer))
                .onFailure(failure -> broken(ctx, failure)));
  }

  private static void send(RoutingContext ctx, Answer answer) {
    if (ctx.response().ended() || ctx.response().closed()) return;

    ctx.response()
        .setStatusCode(answer.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
        .end(answer.body());
  }

  /** The desk never fails; should it, the provider must come again. */
  private static void broken(RoutingContext ctx, Throwable failure) {
    LOG.error("a callback failed of us", failure);
    send(ctx, Answer.text(503, "try again"));
  }
}

package tollgate.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.tenant.Gateway;

/**
 * Hands on what providers tell us: {@code POST /callbacks/{gateway}}. Nothing is read here, for who
 * sent it is the adapter's first question.
 */
final class CallbackRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackRoutes.class);
  private static final int GATEWAY_DIGITS_MAX = 16;

  private final WebParts parts;
  private final WebOptions.Limits limits;

  CallbackRoutes(WebParts parts, WebOptions.Limits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  void mount(Router router) {
    Endpoint.CALLBACK.mount(router, this::callback);
  }

  private void callback(RoutingContext ctx) {
    var gateway = gateway(Endpoint.part(ctx, "gateway"));
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
                .callback(gateway, new Callback(headers(ctx), body))
                .onSuccess(answer -> send(ctx, answer))
                .onFailure(failure -> broken(ctx, failure)));
  }

  private @Nullable Gateway gateway(String digits) {
    if (digits.isEmpty() || digits.length() > GATEWAY_DIGITS_MAX) return null;
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) return null;

    return parts.tenants().get().gateway(Long.parseLong(digits));
  }

  /** Names in lower case; of a repeated header the first counts, as one who signs would mean it. */
  private static Map<String, String> headers(RoutingContext ctx) {
    var headers = new HashMap<String, String>();
    for (var header : ctx.request().headers()) {
      headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    return headers;
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

package tollgate.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.payment.Details.Returns;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Open;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.provider.Reference;

/**
 * Sends a customer who comes back from a provider on to the merchant. Where to was agreed when the
 * payment was taken: nothing in the address or the query can change it.
 */
final class ReturnRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(ReturnRoutes.class);

  private final WebParts parts;

  ReturnRoutes(WebParts parts) {
    this.parts = parts;
  }

  void mount(Router router) {
    Endpoint.RETURN.mount(router, this::returned);
    Endpoint.RETURN_SLASH.mount(router, this::returned);
  }

  private void returned(RoutingContext ctx) {
    var id = Reference.read(Endpoint.part(ctx, "reference"));
    if (id.isEmpty()) {
      ctx.fail(404);
      return;
    }
    parts
        .desk()
        .returned(id.get(), Endpoint.part(ctx, "token"))
        .onSuccess(found -> found.ifPresentOrElse(it -> send(ctx, it), () -> ctx.fail(404)))
        .onFailure(failure -> {
          LOG.warn("a customer's return failed: {}", failure.toString());
          ctx.fail(503);
        });
  }

  private static void send(RoutingContext ctx, Payment payment) {
    if (ctx.response().ended() || ctx.response().closed()) return;

    var to = target(payment.state(), payment.terms().details().returns());
    ctx.response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, URI.create(to).toASCIIString())
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }

  private static String target(PaymentState state, Returns returns) {
    return switch (state) {
      case Succeeded _ -> returns.success();
      case Declined _, Failed _, PaidLate _ ->
          first(returns.decline(), returns.back(), returns.success());
      case Open _ -> first(returns.back(), returns.success(), returns.success());
    };
  }

  private static String first(@Nullable String one, @Nullable String two, String three) {
    if (one != null) return one;

    return two != null ? two : three;
  }
}

package tollgate.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
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
import tollgate.provider.Callback;
import tollgate.provider.Provider.Came;
import tollgate.provider.Reference;
import tollgate.tenant.Gateway;

/**
 * Sends a customer who comes back from a provider on to the merchant. Where to was agreed when the
 * payment was taken: nothing in the address or in a form can change it. Some providers send all
 * customers of an account to one address; then the fields that travelled with them tell who it is,
 * and who brings none sees a page that says so. While nobody can be looked up, a page asks again by
 * itself: whoever has just paid is not left with nothing.
 */
final class ReturnRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(ReturnRoutes.class);

  private static final String NAMELESS =
      """
      <h1>{}</h1>
      <p role="status">{}</p>
      """;

  private final WebParts parts;
  private final WebOptions.Limits limits;

  ReturnRoutes(WebParts parts, WebOptions.Limits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  void mount(Router router) {
    Endpoint.RETURN.mount(router, this::returned);
    Endpoint.RETURN_SLASH.mount(router, this::returned);
    Endpoint.RETURN_BY_FORM.mount(router, this::returned);
    Endpoint.RETURNS.mount(router, this::returnedByForm);
    Endpoint.RETURNS_BY_FORM.mount(router, this::returnedByForm);
  }

  private void returned(RoutingContext ctx) {
    var id = Reference.read(Endpoint.part(ctx, "reference"));
    if (id.isEmpty()) {
      ctx.fail(404);
      return;
    }
    forward(ctx, new Came(id.get(), Endpoint.part(ctx, "token")), () -> ctx.fail(404));
  }

  private void returnedByForm(RoutingContext ctx) {
    var gateway = Arrived.gateway(ctx, parts.tenants().get());
    if (gateway == null) {
      ctx.fail(404);
      return;
    }
    Bodies.read(
        ctx,
        limits,
        body ->
            came(gateway, Arrived.callback(ctx, body))
                .ifPresentOrElse(
                    came -> forward(ctx, came, () -> nameless(ctx)), () -> nameless(ctx)));
  }

  private Optional<Came> came(Gateway gateway, Callback form) {
    var provider = parts.providers().named(gateway.provider());
    return provider == null ? Optional.empty() : provider.returned(form, gateway);
  }

  private void forward(RoutingContext ctx, Came came, Runnable unknown) {
    parts
        .desk()
        .returned(came.payment(), came.token())
        .onSuccess(found -> found.ifPresentOrElse(it -> send(ctx, it), unknown))
        .onFailure(failure -> {
          LOG.warn("a customer's return failed: {}", failure.toString());
          new LinkPages(words(ctx)).busy().send(ctx);
        });
  }

  private static void nameless(RoutingContext ctx) {
    var words = words(ctx);
    var title = words.say("returned");
    new Page(words, 200, title, Html.of(NAMELESS, title, words.say("returned-why"))).send(ctx);
  }

  private static PageWords words(RoutingContext ctx) {
    return PageWords.in(null, ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
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

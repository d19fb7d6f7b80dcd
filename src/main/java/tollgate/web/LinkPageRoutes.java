package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.News;
import tollgate.engine.Stored;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.LinkConfirmed;
import tollgate.tenant.Project;
import tollgate.web.Offers.Offer;
import tollgate.web.Offers.Wish;

/**
 * What a customer does with a payment link: {@code GET /link/{token}} shows where it stands, {@code
 * POST /link/{token}/pay} confirms it. Whoever knows the token may; a form of another site, which
 * does not know it and shows where it comes from, may not.
 */
final class LinkPageRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(LinkPageRoutes.class);
  private static final int FIELDS_MAX = 8;

  private final WebParts parts;
  private final WebOptions.Limits limits;
  private final Buffer style = resource("page.css");
  private final Buffer script = resource("leave.js");

  LinkPageRoutes(WebParts parts, WebOptions.Limits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  void mount(Router router) {
    Endpoint.LINK_PAGE.mount(router, this::show);
    Endpoint.LINK_PAY.mount(router, this::pay);
    Endpoint.PAGE_STYLE.mount(router, ctx -> serve(ctx, "text/css; charset=utf-8", style));
    Endpoint.PAGE_SCRIPT.mount(router, ctx -> serve(ctx, "text/javascript; charset=utf-8", script));
  }

  private void show(RoutingContext ctx) {
    found(ctx)
        .map(found -> page(ctx, found))
        .onSuccess(page -> page.send(ctx))
        .onFailure(failure -> busy(ctx, failure));
  }

  private void pay(RoutingContext ctx) {
    if (!isOurs(ctx.request())) {
      new LinkPages(words(ctx, null)).foreign().send(ctx);
      return;
    }
    Bodies.read(
        ctx,
        limits,
        body ->
            found(ctx)
                .compose(found -> confirmed(found, method(body)))
                .onSuccess(link -> back(ctx, link))
                .onFailure(failure -> busy(ctx, failure)));
  }

  /** The payment that the address opens. */
  private Future<Optional<Stored>> found(RoutingContext ctx) {
    var token = Endpoint.part(ctx, "token");
    var id = LinkTokens.read(token);
    if (id.isEmpty()) return Future.succeededFuture(Optional.empty());

    return parts
        .payments()
        .load(List.of(id.get()))
        .map(found ->
            Optional.ofNullable(found.get(id.get()))
                .filter(stored -> LinkTokens.opens(token, stored.payment())));
  }

  private Page page(RoutingContext ctx, Optional<Stored> found) {
    var pages = new LinkPages(words(ctx, found.orElse(null)));
    if (found.isEmpty()) return pages.unknown();

    var payment = found.get().payment();
    var project = parts.tenants().get().project(payment.id().project());
    var isOffered = payment instanceof Link && payment.isOpen() && !found.get().overdue();
    return isOffered && project != null
        ? pages.offer((Link) payment, project.name(), offers(project, payment))
        : pages.state(payment);
  }

  private List<Offer> offers(Project project, Payment payment) {
    return new Offers(parts.tenants().get(), project)
        .usable(Wish.of(payment), parts.clock().instant());
  }

  /** Whatever comes of it, the page of the link says so; nothing comes of a method not offered. */
  private Future<Boolean> confirmed(Optional<Stored> found, String method) {
    if (found.isEmpty()) return Future.succeededFuture(false);

    var payment = found.get().payment();
    var project = parts.tenants().get().project(payment.id().project());
    if (!(payment instanceof Link) || project == null) return Future.succeededFuture(true);

    return offers(project, payment).stream()
        .filter(offer -> offer.method().equals(method))
        .findFirst()
        .map(offer -> confirm(payment, offer))
        .orElseGet(() -> Future.succeededFuture(true));
  }

  private Future<Boolean> confirm(Payment link, Offer offer) {
    return parts.engine().handle(News.of(link.id(), new LinkConfirmed(offer.choice()))).map(true);
  }

  private void back(RoutingContext ctx, boolean isThere) {
    if (!isThere) {
      new LinkPages(words(ctx, null)).unknown().send(ctx);
      return;
    }
    ctx.response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, "/link/" + Endpoint.part(ctx, "token"))
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }

  private static PageWords words(RoutingContext ctx, @Nullable Stored found) {
    var invoice = found == null ? null : found.payment().terms().details().invoice();
    var language = invoice == null ? null : invoice.language();
    return PageWords.in(language, ctx.request().getHeader("accept-language"));
  }

  private static void busy(RoutingContext ctx, Throwable failure) {
    LOG.warn("a customer's page failed: {}", failure.toString());
    new LinkPages(words(ctx, null)).busy().send(ctx);
  }

  /** Browsers say from which site a form comes; who says nothing is no browser of a victim. */
  private boolean isOurs(HttpServerRequest request) {
    var site = request.getHeader("sec-fetch-site");
    if (site != null) return site.equals("same-origin") || site.equals("none");

    var origin = request.getHeader("origin");
    return origin == null || origin.equals(origin(parts.links().publicUrl()));
  }

  private static String origin(String url) {
    var uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static String method(byte[] form) {
    var fields = new QueryStringDecoder(new String(form, UTF_8), UTF_8, false, FIELDS_MAX);
    var chosen = fields.parameters().get("method");
    return chosen == null ? "" : chosen.getFirst();
  }

  private static void serve(RoutingContext ctx, String type, Buffer content) {
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
        .end(content);
  }

  private static Buffer resource(String name) {
    try (var file = LinkPageRoutes.class.getResourceAsStream("/tollgate/web/" + name)) {
      if (file == null) throw new IllegalStateException("not in our jar: " + name);

      return Buffer.buffer(file.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

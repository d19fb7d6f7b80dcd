package tollgate.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Every address we answer at, and the only names that metrics give them. */
enum Endpoint {
  SALE("merchant", HttpMethod.POST, "/v2/payment/wallet/:method/sale"),
  PAYOUT("merchant", HttpMethod.POST, "/v2/payment/wallet/:method/payout"),
  REFUND("merchant", HttpMethod.POST, "/v2/payment/wallet/:method/refund"),
  REFUND_ANY("merchant", HttpMethod.POST, "/v2/payment/refund"),
  LINK_CREATE("merchant", HttpMethod.POST, "/v2/payment/invoice/create"),
  LINK_CANCEL("merchant", HttpMethod.POST, "/v2/payment/invoice/cancel"),
  STATUS("merchant", HttpMethod.POST, "/v2/payment/status"),
  /** Those who wait: their time is not ours. */
  STATUS_WAIT("waiting", HttpMethod.POST, "/v2/payment/status?wait"),
  STATUS_REQUEST("merchant", HttpMethod.POST, "/v2/payment/status/request"),
  EVENTS("merchant", HttpMethod.POST, "/v2/events"),
  EVENTS_WAIT("waiting", HttpMethod.POST, "/v2/events?wait"),
  CHECK_SIGNATURE("merchant", HttpMethod.POST, "/v2/info/check/signature"),
  CHECK_QUERY("merchant", HttpMethod.GET, "/v2/info/check/signature"),
  METHODS("merchant", HttpMethod.POST, "/v2/methods"),
  WALLET_OPEN("merchant", HttpMethod.POST, "/v2/wallet/open"),
  WALLET_GET("merchant", HttpMethod.POST, "/v2/wallet/get"),
  WALLET_HISTORY("merchant", HttpMethod.POST, "/v2/wallet/history"),
  WALLET_RECEIPT("merchant", HttpMethod.POST, "/v2/wallet/receipt"),
  DATA_OPERATIONS("data", HttpMethod.POST, "/v1/operations/get"),
  DATA_PAYMENT("data", HttpMethod.POST, "/v1/operations/get-by-payment"),
  DATA_BALANCE("data", HttpMethod.POST, "/v1/balance/get"),
  DATA_FINANCIAL("data", HttpMethod.POST, "/v1/financial-reporting/operations"),
  CALLBACK("callback", HttpMethod.POST, "/callbacks/:gateway"),
  CALLBACK_BY_QUERY("callback", HttpMethod.GET, "/callbacks/:gateway"),
  RETURN("page", HttpMethod.GET, "/return/:reference/:token"),
  RETURN_SLASH("page", HttpMethod.GET, "/return/:reference/:token/"),
  RETURN_BY_FORM("page", HttpMethod.POST, "/return/:reference/:token/"),
  RETURNS("page", HttpMethod.GET, "/returns/:gateway"),
  RETURNS_BY_FORM("page", HttpMethod.POST, "/returns/:gateway"),
  LINK_PAGE("page", HttpMethod.GET, "/link/:token"),
  LINK_PAY("page", HttpMethod.POST, "/link/:token/pay"),
  PAGE_STYLE("page", HttpMethod.GET, "/pages/page.css"),
  PAGE_SCRIPT("page", HttpMethod.GET, "/pages/leave.js"),
  /** Pages that others mounted, and paths that nobody has. */
  OTHER("other", HttpMethod.GET, "other");

  private static final String KEY = "tollgate.endpoint";

  private final String api;

  @SuppressWarnings("ImmutableEnumChecker") // A name in an enum of our own: nobody changes it.
  private final HttpMethod method;

  private final String path;

  Endpoint(String api, HttpMethod method, String path) {
    this.api = api;
    this.method = method;
    this.path = path;
  }

  String api() {
    return api;
  }

  String path() {
    return path;
  }

  void mount(Router router, Handler<RoutingContext> action) {
    router
        .route(method, path)
        .handler(ctx -> {
          isAskedBy(ctx);
          action.handle(ctx);
        });
  }

  /** Counts this request under this name, whatever it was mounted under. */
  void isAskedBy(RoutingContext ctx) {
    ctx.put(KEY, this);
  }

  /** The part of the path with that name; empty when the route has none. */
  static String part(RoutingContext ctx, String name) {
    var value = ctx.pathParam(name);
    return value == null ? "" : value;
  }

  static Endpoint of(RoutingContext ctx) {
    @Nullable Endpoint known = ctx.get(KEY);
    return known == null ? OTHER : known;
  }
}

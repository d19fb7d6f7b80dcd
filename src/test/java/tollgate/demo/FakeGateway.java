package tollgate.demo;

import static tollgate.signing.GateSignature.Place.GENERAL;
import static tollgate.signing.GateSignature.Place.ROOT;
import static tollgate.signing.GateSignature.Verdict.RIGHT;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.signing.GateSignature;

/**
 * The gateway as a merchant sees it: signed answers, webhooks, and a provider's page with three
 * buttons. Small, in memory, and as strict about signatures as the real one.
 */
final class FakeGateway {

  private final Vertx vertx;
  private final WebClient client;
  private final Map<String, FakePayment> payments = new ConcurrentHashMap<>();
  private final Map<String, String> owners = new ConcurrentHashMap<>();
  private final Map<String, List<Json>> entries = new ConcurrentHashMap<>();
  final List<Json.Obj> sales = new CopyOnWriteArrayList<>();
  private int port;
  private String merchant = "";
  volatile boolean tellsIntermediate = true;

  FakeGateway(Vertx vertx) {
    this.vertx = vertx;
    this.client = WebClient.create(vertx);
  }

  Future<HttpServer> start() {
    var router = Router.router(vertx);
    router.post().handler(BodyHandler.create(false));
    router.post("/v2/wallet/open").handler(ctx -> signed(ctx, this::open));
    router.post("/v2/wallet/get").handler(ctx -> signed(ctx, this::wallet));
    router.post("/v2/wallet/history").handler(ctx -> signed(ctx, this::history));
    router.post("/v2/payment/status").handler(ctx -> signed(ctx, this::status));
    router.post("/v2/payment/wallet/:method/sale").handler(ctx -> signed(ctx, this::sale));
    router.route("/provider/:payment").handler(this::providerPage);
    router.route("/provider/:payment/:end").handler(this::providerEnd);
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .onSuccess(server -> port = server.actualPort());
  }

  int port() {
    return port;
  }

  void tell(String merchantAddress) {
    merchant = merchantAddress;
  }

  private interface Call {
    Json.Obj answer(RoutingContext ctx, Shop shop, Json.Obj message);
  }

  private void signed(RoutingContext ctx, Call call) {
    var message = read(ctx.body().buffer());
    var project = String.valueOf(message.at("general", "project_id"));
    var shop =
        Shop.demo().stream()
            .filter(one -> project.equals(Long.toString(one.project())))
            .findFirst()
            .orElseThrow();
    if (GateSignature.verify(message, GENERAL, shop.secret()) != RIGHT) {
      refuse(ctx, 401, "3261", "Invalid signature");
      return;
    }
    var answer = call.answer(ctx, shop, message);
    if (ctx.response().ended()) return;
    var isSale = answer.member("request_id") != null;
    var sent = isSale ? answer : GateSignature.with(shop.secret()).signed(answer);
    ctx.response().end(sent.encode());
  }

  private static Json.Obj refuse(RoutingContext ctx, int status, String code, String message) {
    var body = Json.object().put("status", "error").put("code", code).put("message", message);
    ctx.response().setStatusCode(status).end(body.build().encode());
    return body.build();
  }

  private Json.Obj open(RoutingContext ctx, Shop shop, Json.Obj message) {
    var customer = text(message, "customer", "id");
    var number =
        owners.computeIfAbsent(
            shop.project() + customer, key -> "90210%07d".formatted(owners.size() + 1));
    return walletOf(shop, number);
  }

  private Json.Obj wallet(RoutingContext ctx, Shop shop, Json.Obj message) {
    return walletOf(shop, text(message, "wallet", "account_id"));
  }

  private Json.Obj walletOf(Shop shop, String number) {
    var balance =
        Json.object()
            .put("amount", balance(number))
            .put("currency", shop.currency().getCurrencyCode())
            .build();
    return Json.object()
        .put("project_id", shop.project())
        .put(
            "wallet",
            Json.object()
                .put("account_id", number)
                .put("opened_at", "2026-03-02T09:15:06+0000")
                .put("balances", Json.array(balance)))
        .build();
  }

  private long balance(String number) {
    return entries.getOrDefault(number, List.of()).stream()
        .mapToLong(entry -> ((Json.Num) ((Json.Obj) entry).member("amount")).longValue())
        .sum();
  }

  private Json.Obj history(RoutingContext ctx, Shop shop, Json.Obj message) {
    var newestFirst = new ArrayList<>(entries.getOrDefault(number(message), List.of())).reversed();
    return Json.object()
        .put("project_id", shop.project())
        .put("entries", Json.array(newestFirst))
        .build();
  }

  private static String number(Json.Obj message) {
    return text(message, "wallet", "account_id");
  }

  private Json.Obj sale(RoutingContext ctx, Shop shop, Json.Obj message) {
    sales.add(message);
    var payment = new FakePayment(shop, message, "http://127.0.0.1:" + port);
    if (payment.isForbidden()) return refuse(ctx, 403, "310", "Not allowed by project settings");

    payments.put(payment.id(), payment);
    // The provider has answered a little later, as in life: the merchant must be told.
    vertx.setTimer(
        20,
        timer -> {
          payment.waits();
          if (tellsIntermediate) tell(payment, payment.webhook(true));
        });
    return Json.object()
        .put("status", "success")
        .put("request_id", "r-" + payment.id())
        .put("project_id", shop.project())
        .put("payment_id", payment.id())
        .build();
  }

  private Json.Obj status(RoutingContext ctx, Shop shop, Json.Obj message) {
    var payment = payments.get(text(message, "general", "payment_id"));
    return payment == null ? FakePayment.unknown(shop) : payment.answer();
  }

  private void providerPage(RoutingContext ctx) {
    var payment = ctx.pathParam("payment");
    ctx.response()
        .putHeader("Content-Type", "text/html")
        .end(
            "<h1>Provider</h1><a id=pay href=%1$s/success>Pay</a> <a id=no href=%1$s/decline>No</a>"
                .formatted("/provider/" + payment));
  }

  private void providerEnd(RoutingContext ctx) {
    var payment = payments.get(ctx.pathParam("payment"));
    end(payment, ctx.pathParam("end"), ctx.pathParam("end").equals("success") ? "0" : "20000");
    ctx.response().setStatusCode(302).putHeader("Location", payment.back()).end();
  }

  /** The payment ends, the wallet is credited, the merchant is told. */
  Future<Integer> end(FakePayment payment, String status, String code) {
    payment.becomes(status, code);
    if (status.equals("success")) {
      var list = entries.computeIfAbsent(payment.wallet(), key -> new CopyOnWriteArrayList<>());
      list.add(payment.entry(balance(payment.wallet())));
    }
    return tell(payment, payment.webhook(false));
  }

  FakePayment latest() {
    return payments.get(text(sales.getLast(), "general", "payment_id"));
  }

  private Future<Integer> tell(FakePayment payment, Json.Obj webhook) {
    var body = GateSignature.with(payment.shop().secret()).signed(webhook, ROOT);
    return client
        .postAbs(merchant + "/demo/webhooks/" + payment.shop().project())
        .putHeader("X-Tollgate-Attempt", "1")
        .putHeader("X-Tollgate-Callback-Id", "c-" + payment.id())
        .sendBuffer(Buffer.buffer(body.bytes()))
        .map(response -> response.statusCode());
  }

  private static Json.Obj read(Buffer body) {
    try {
      return (Json.Obj) JsonReader.read(body.getBytes(), Limits.MESSAGE);
    } catch (JsonRefused broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  static String text(Json.Obj message, String... path) {
    return message.at(path) instanceof Json.Str(var text) ? text : "";
  }
}

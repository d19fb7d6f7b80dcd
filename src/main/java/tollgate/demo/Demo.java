package tollgate.demo;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import tollgate.demo.Assets.Asset;
import tollgate.demo.DemoOptions.Bounds;
import tollgate.json.Json;

/**
 * The demo taxi app and the merchant behind it, on the gateway's own public router: so that anybody
 * can try the gateway, and an integrator can read a client that works.
 */
public final class Demo {

  private static final List<String> FILES =
      List.of("app.css", "live.js", "app.js", "pay.js", "state.js", "icon.svg");

  private static final int RECEIVED_SHOWN = 20;

  private final DemoOptions options;
  private final Inbox inbox;
  private final Customers customers;
  private final Receiver receiver;
  private final Streams streams;
  private final Wallets wallets;
  private final TopUps topUps;

  private Demo(Vertx vertx, DemoOptions options) {
    var news = new News(vertx);
    var gate = new GateClient(vertx, options);
    this.options = options;
    inbox = Inbox.of(vertx, options.bounds());
    customers = new Customers(options);
    receiver = new Receiver(options, inbox, news);
    streams = new Streams(vertx, options, customers, news);
    wallets = new Wallets(options, gate, customers);
    topUps = new TopUps(options, gate, customers, wallets, news);
  }

  /**
   * Adds {@code /} and everything below {@code /demo/}. May be called for several routers of one
   * Vert.x instance, each used by one event loop: they share what was received.
   */
  public static void mount(Vertx vertx, Router router, DemoOptions options) {
    new Demo(vertx, options).mount(router);
  }

  private void mount(Router router) {
    var body = BodyHandler.create(false).setBodyLimit(Bounds.BODY_BYTES_MAX);
    router.route("/demo/*").failureHandler(Demo::failed);
    router.post("/demo/webhooks/:project").handler(body).handler(receiver::receive);
    router.get("/demo/webhooks").handler(receiver::list);
    router.get("/demo/received").handler(this::received);
    router.get("/demo/wallets").handler(wallets::list);
    router.get("/demo/events").handler(streams::open);
    router.post("/demo/topups").handler(body).handler(topUps::start);
    router.get("/demo/pay").handler(topUps::pay);
    router.get("/demo/done").handler(topUps::done);
    router.get("/demo/state").handler(topUps::state);
    files(router);
  }

  /** A bad request is its sender's trouble and no line in our log; our own trouble is logged. */
  private static void failed(RoutingContext ctx) {
    if (ctx.statusCode() < 400 || ctx.statusCode() > 499) {
      ctx.next();
      return;
    }
    Replies.json(ctx, ctx.statusCode(), Replies.error("refused"));
  }

  private void files(Router router) {
    for (var name : FILES) {
      var asset = Asset.of(name);
      router.get("/demo/" + name).handler(ctx -> Assets.serve(ctx, asset));
    }
    var page = Asset.page(FrontPage.of(options.shops()));
    router
        .route("/")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(ctx -> front(ctx, page));
  }

  private void front(RoutingContext ctx, Asset page) {
    customers.knownOrNew(ctx);
    Assets.serve(ctx, page);
  }

  /** The webhooks about this customer, newest first: a stranger's are not shown to them. */
  private void received(RoutingContext ctx) {
    var customer = customers.known(ctx).orElse("nobody");
    var all =
        options.shops().stream()
            .map(Shop::project)
            .distinct()
            .flatMap(project ->
                inbox
                    .latest(project, one -> one.customer().equals(customer), RECEIVED_SHOWN)
                    .stream())
            .sorted((one, other) -> other.at().compareTo(one.at()))
            .limit(RECEIVED_SHOWN)
            .map(Received::json)
            .toList();
    Replies.json(ctx, 200, Json.array(all));
  }
}

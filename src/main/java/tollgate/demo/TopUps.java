package tollgate.demo;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiConsumer;
import tollgate.demo.Shop.Way;
import tollgate.json.Json;
import tollgate.money.Money;

/**
 * A top-up from the customer's side: the form, the way to the provider, the way back.
 *
 * <p>Nothing of a payment is kept here. Every page asks the gateway how it stands, so a page is
 * right after a restart too; webhooks only make it change at once.
 */
final class TopUps {

  private static final int DESCRIPTION_MAX = 255;

  private final DemoOptions options;
  private final GateClient gate;
  private final Customers customers;
  private final Wallets wallets;
  private final News news;
  private final Pages pages = new Pages();

  TopUps(DemoOptions options, GateClient gate, Customers customers, Wallets wallets, News news) {
    this.options = options;
    this.gate = gate;
    this.customers = customers;
    this.wallets = wallets;
    this.news = news;
  }

  /** The posted form. The customer waits until it is known where to go, but not for ever. */
  void start(RoutingContext ctx) {
    var chosen = field(ctx, "way").split("/", 2);
    var method = chosen[chosen.length - 1];
    var shop = options.shop(chosen[0], method);
    var way = shop.flatMap(it -> it.way(method));
    var description = field(ctx, "description").strip();
    if (shop.isEmpty() || way.isEmpty()) {
      refuse(ctx, "Choose how to pay", "We know no such way to pay.");
      return;
    }
    if (description.length() > DESCRIPTION_MAX || description.contains(";")) {
      refuse(ctx, "Check the description", "At most 255 characters, and no semicolon.");
      return;
    }
    var sum = Amounts.read(field(ctx, "amount"), shop.get().currency());
    if (sum.isEmpty()) {
      refuse(ctx, "Check the amount", "Write an amount such as 25 or 25.50.");
      return;
    }
    var customer = customers.knownOrNew(ctx);
    start(ctx, shop.get(), new Wish(customer, way.get(), sum.get(), description));
  }

  /** What the form asks for. */
  private record Wish(String customer, Way way, Money sum, String description) {}

  private void start(RoutingContext ctx, Shop shop, Wish wish) {
    var payment = "topup-" + customers.random();
    var waiting = news.expect(payment, options.bounds().redirectWait());
    wallets
        .number(shop, wish.customer())
        .compose(
            wallet -> gate.order(shop, sale(wish.way()), message(ctx, shop, wish, payment, wallet)))
        .compose(accepted -> waiting.first())
        .onSuccess(moved -> Replies.seeOther(ctx, Pages.payAddress(shop, payment)))
        .onFailure(why -> trouble(ctx, why))
        .onComplete(any -> waiting.drop());
  }

  private static String sale(Way way) {
    return "/v2/payment/wallet/" + way.method() + "/sale";
  }

  private Json.Obj message(
      RoutingContext ctx, Shop shop, Wish wish, String payment, String wallet) {
    var back = options.site().resolve(Pages.doneAddress(shop, payment)).toString();
    return Json.object()
        .put("general", Json.object().put("project_id", shop.project()).put("payment_id", payment))
        .put(
            "payment",
            Json.object()
                .put("amount", wish.sum().minor())
                .put("currency", wish.sum().code())
                .put(
                    "description",
                    wish.description().isEmpty() ? "Taxi wallet" : wish.description()))
        .put(
            "customer",
            Json.object()
                .put("id", wish.customer())
                .put("ip_address", ctx.request().remoteAddress().hostAddress()))
        .put("wallet", Json.object().put("account_id", wallet))
        .put(
            "return_url",
            Json.object().put("success", back).put("decline", back).put("return", back))
        .build();
  }

  /** On to the provider, if it is known where and still of use. */
  void pay(RoutingContext ctx) {
    shown(ctx, this::lead);
  }

  private void lead(RoutingContext ctx, TopUp topUp) {
    var redirect = topUp.redirect();
    if (topUp.phase().isFinal()) {
      Replies.seeOther(ctx, Pages.doneAddress(topUp.shop(), topUp.id()));
      return;
    }
    if (redirect == null) {
      Replies.html(ctx, 200, pages.state(topUp, isMine(ctx, topUp)));
      return;
    }
    if (redirect.post()) {
      Replies.html(ctx, 200, pages.form(topUp, redirect));
      return;
    }
    if (redirect.isWeb() && (isPhone(ctx) || !topUp.isInApp())) {
      Replies.seeOther(ctx, redirect.url());
      return;
    }
    Replies.html(ctx, 200, pages.app(topUp, redirect));
  }

  /** The customer is back from the provider, which says nothing about the money. */
  void done(RoutingContext ctx) {
    shown(ctx, (same, topUp) -> Replies.html(same, 200, pages.state(topUp, isMine(same, topUp))));
  }

  /** A provider's app may come back in another browser, which has another wallet. */
  private boolean isMine(RoutingContext ctx, TopUp topUp) {
    return customers.known(ctx).filter(topUp.customer()::equals).isPresent();
  }

  private void shown(RoutingContext ctx, BiConsumer<RoutingContext, TopUp> page) {
    asked(ctx)
        .onSuccess(found ->
            found.ifPresentOrElse(
                topUp -> page.accept(ctx, topUp),
                () ->
                    Replies.html(ctx, 404, pages.trouble("Not found", "We know no such top-up."))))
        .onFailure(why -> trouble(ctx, why));
  }

  /** How a top-up stands, for the pages' scripts. */
  void state(RoutingContext ctx) {
    asked(ctx)
        .onSuccess(found ->
            found.ifPresentOrElse(
                topUp -> Replies.json(ctx, 200, topUp.json()),
                () -> Replies.json(ctx, 404, Replies.error("no such top-up"))))
        .onFailure(why -> Replies.json(ctx, 502, Replies.error(Pages.words(why))));
  }

  private Future<Optional<TopUp>> asked(RoutingContext ctx) {
    var shop = options.shop(field(ctx, "project"));
    var payment = field(ctx, "payment");
    if (shop.isEmpty() || !payment.matches("[0-9A-Za-z_-]{1,64}")) {
      return Future.succeededFuture(Optional.empty());
    }
    var general =
        Json.object().put("project_id", shop.get().project()).put("payment_id", payment).build();
    return gate.ask(shop.get(), "/v2/payment/status", Json.object().put("general", general).build())
        .map(answer -> TopUp.of(shop.get(), answer));
  }

  private void refuse(RoutingContext ctx, String headline, String text) {
    Replies.html(ctx, 400, pages.trouble(headline, text));
  }

  private void trouble(RoutingContext ctx, Throwable why) {
    if (ctx.response().ended()) return;
    var headline = "That did not work";
    Replies.html(ctx, 502, pages.trouble(headline, Pages.words(why) + " Nothing was paid."));
  }

  private static boolean isPhone(RoutingContext ctx) {
    var browser = ctx.request().getHeader("User-Agent");
    return browser != null && browser.contains("Mobi");
  }

  private static String field(RoutingContext ctx, String name) {
    var value = ctx.request().getFormAttribute(name);
    var asked = value == null ? ctx.request().getParam(name) : value;
    return asked == null ? "" : asked;
  }
}

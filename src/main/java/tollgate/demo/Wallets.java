package tollgate.demo;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tollgate.json.Json;
import tollgate.json.ObjBuilder;

/** The customer's wallets: opened when first looked at, then asked for as they are now. */
final class Wallets {

  private record Owner(long project, String customer) {}

  private final Map<Owner, String> numbers;
  private final DemoOptions options;
  private final GateClient gate;
  private final Customers customers;

  Wallets(DemoOptions options, GateClient gate, Customers customers) {
    this.options = options;
    this.gate = gate;
    this.customers = customers;
    var max = options.bounds().walletsMax();
    this.numbers =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Owner, String> eldest) {
            return size() > max;
          }
        };
  }

  /** All wallets with their histories, for the page's script. */
  void list(RoutingContext ctx) {
    var customer = customers.knownOrNew(ctx);
    Future.all(options.shops().stream().map(shop -> shown(shop, customer)).toList())
        .onSuccess(all ->
            Replies.json(
                ctx,
                200,
                Json.object()
                    .put("customer", customer)
                    .put("wallets", Json.array(all.<Json>list()))
                    .build()))
        .onFailure(why -> Replies.json(ctx, 502, Replies.error(Pages.words(why))));
  }

  private Future<Json> shown(Shop shop, String customer) {
    return wallet(shop, customer).compose(wallet -> withHistory(shop, wallet));
  }

  /** The wallet as the gateway describes it: number and balances. */
  private Future<Json.Obj> wallet(Shop shop, String customer) {
    var number = numbers.get(new Owner(shop.project(), customer));
    if (number == null) return opened(shop, customer);

    return gate.ask(shop, "/v2/wallet/get", about(shop, number).build())
        .compose(answer -> wallet(shop, customer, answer));
  }

  private Future<Json.Obj> opened(Shop shop, String customer) {
    var message =
        Json.object()
            .put("general", Json.object().put("project_id", shop.project()).build())
            .put("customer", Json.object().put("id", customer).build())
            .build();
    return gate.ask(shop, "/v2/wallet/open", message)
        .compose(answer -> wallet(shop, customer, answer));
  }

  private Future<Json.Obj> wallet(Shop shop, String customer, Json.Obj answer) {
    if (answer.member("wallet") instanceof Json.Obj wallet
        && wallet.member("account_id") instanceof Json.Str(var number)) {
      numbers.put(new Owner(shop.project(), customer), number);
      return Future.succeededFuture(wallet);
    }
    return Future.failedFuture(
        new GateRefused(GateRefused.NO_ANSWER, "The gateway did not tell the wallet's number."));
  }

  /** The wallet's number, for a top-up. */
  Future<String> number(Shop shop, String customer) {
    var known = numbers.get(new Owner(shop.project(), customer));
    if (known != null) return Future.succeededFuture(known);
    return opened(shop, customer).map(wallet -> text(wallet, "account_id"));
  }

  private Future<Json> withHistory(Shop shop, Json.Obj wallet) {
    var number = text(wallet, "account_id");
    var rows = options.bounds().historyRows();
    var message = about(shop, number).put("page", Json.object().put("limit", rows).build()).build();
    return gate.ask(shop, "/v2/wallet/history", message)
        .map(answer -> WalletView.of(shop, wallet, entries(answer)));
  }

  private static List<Json> entries(Json.Obj answer) {
    return answer.member("entries") instanceof Json.Arr(var entries) ? entries : List.of();
  }

  private static ObjBuilder about(Shop shop, String number) {
    return Json.object()
        .put("general", Json.object().put("project_id", shop.project()).build())
        .put("wallet", Json.object().put("account_id", number).build());
  }

  private static String text(Json.Obj object, String name) {
    return object.member(name) instanceof Json.Str(var text) ? text : "";
  }
}

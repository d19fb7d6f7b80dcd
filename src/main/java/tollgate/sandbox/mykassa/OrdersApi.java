package tollgate.sandbox.mykassa;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tollgate.sandbox.Fault;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;

/** FreeKassa's list of orders (§4). */
final class OrdersApi {

  private static final int ORDERS_MAX = 100;

  private final SandboxParts parts;
  private final Orders orders;
  private final Strikes strikes = new Strikes();
  private final Map<String, Long> nonces = new ConcurrentHashMap<>();

  OrdersApi(SandboxParts parts, Orders orders) {
    this.parts = parts;
    this.orders = orders;
  }

  void mount(Router router) {
    router.post("/v1/orders").handler(this::list);
  }

  private void list(RoutingContext call) {
    var asked = read(call);
    var account = asked.flatMap(this::signer);
    if (account.isEmpty()) {
      send(call, 401, new JsonObject().put("type", "error").put("message", "signature"));
      return;
    }
    if (!isNew(account.get(), asked.get())) {
      send(call, 400, new JsonObject().put("type", "error").put("message", "nonce"));
      return;
    }
    var wanted = asked.get().getValue("paymentId");
    var found =
        orders
            .memory()
            .latest(
                bill ->
                    bill.origin().account().equals(account.get())
                        && (wanted == null || wanted.equals(bill.order().name())),
                ORDERS_MAX);
    for (var bill : found) {
      if (isTroubled(bill)) {
        var status = (int) bill.order().faults().value(Fault.STATUS_ERROR);
        call.response().setStatusCode(status).end();
        return;
      }
    }
    var all = new JsonArray();
    found.forEach(bill -> all.add(told(bill)));
    send(call, 200, new JsonObject().put("type", "success").put("pages", 1).put("orders", all));
  }

  private boolean isTroubled(Bill bill) {
    var faults = bill.order().faults();
    return faults.has(Fault.STATUS_ERROR) && faults.hits(strikes.next(bill.id()));
  }

  private static Optional<JsonObject> read(RoutingContext call) {
    try {
      return Optional.ofNullable(call.body().asJsonObject());
    } catch (DecodeException | ClassCastException notJson) {
      return Optional.empty();
    }
  }

  /** The values of all other fields, in the order of their names. */
  private Optional<MykassaAccount> signer(JsonObject asked) {
    var text =
        new TreeMap<>(asked.getMap())
            .entrySet().stream()
                .filter(field -> !field.getKey().equals("signature"))
                .map(field -> String.valueOf(field.getValue()))
                .collect(Collectors.joining("|"));
    var shop = String.valueOf(asked.getValue("shopId"));
    var given = String.valueOf(asked.getValue("signature"));
    return parts.options().accounts(MykassaAccount.class).stream()
        .filter(account -> account.free() && account.shop().equals(shop))
        .filter(account ->
            MykassaSignature.isSame(MykassaSignature.hmac(text, account.words().apiKey()), given))
        .findFirst();
  }

  /** It must be greater than every one before. */
  private boolean isNew(MykassaAccount account, JsonObject asked) {
    if (!(asked.getValue("nonce") instanceof Number given)) return false;

    var nonce = given.longValue();
    var kept = nonces.merge(account.shop(), nonce, (old, fresh) -> fresh > old ? fresh : -1 - old);
    if (kept >= 0) return true;

    nonces.put(account.shop(), -1 - kept);
    return false;
  }

  private static JsonObject told(Bill bill) {
    return new JsonObject()
        .put("merchant_order_id", bill.order().name())
        .put("fk_order_id", Long.parseLong(bill.id()))
        .put("amount", bill.order().amount().stripTrailingZeros())
        .put("currency", bill.order().currency())
        .put("email", bill.order().form().getOrDefault("em", ""))
        .put("account", "")
        .put("date", bill.origin().createdAt().toString())
        .put("status", bill.status());
  }

  private static void send(RoutingContext call, int status, JsonObject body) {
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body.encode());
  }
}

package tollgate.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Kill Bill as it comes from Maven Central. The payment is a purchase that its own test plugin, the
 * provider, leaves pending; the provider's success is a notification of the transaction; the credit
 * is a call of its own, because nothing in Kill Bill credits an account when a payment succeeds.
 *
 * <p>Its calls: https://apidocs.killbill.io (payments, payment transactions, credits, accounts).
 */
final class KillBill implements Contender {

  private static final String KEY = "tollgate";
  private static final String SECRET = "tollgate-secret";
  private static final String PLUGIN = "killbill-payment-test";
  private static final String API = "/1.0/kb/";
  private static final long SET_UP_SECONDS_MAX = 60;
  private static final String AMOUNT_DECIMAL = BigDecimal.valueOf(AMOUNT, 2).toPlainString();

  private static final Map<String, String> HEADERS =
      Map.of(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString("admin:password".getBytes(UTF_8)),
          "X-Killbill-ApiKey",
          KEY,
          "X-Killbill-ApiSecret",
          SECRET,
          "X-Killbill-CreatedBy",
          "peer",
          "Content-Type",
          "application/json");

  private final KillBillServer server;
  private final Http http;

  KillBill(Vertx vertx, Database database, Path folder) throws Exception {
    var port = Program.freePort();
    server = new KillBillServer(database, folder, port);
    http = new Http(vertx, port);
  }

  @Override
  public String name() {
    return "Kill Bill " + System.getProperty("peer.killbill");
  }

  @Override
  public void start() throws Exception {
    server.start();
    var tenant = new JsonObject().put("apiKey", KEY).put("apiSecret", SECRET);
    var pending =
        new JsonObject()
            .put("CONFIGURE_ACTION", "ACTION_RETURN_PLUGIN_STATUS_PENDING")
            .put("METHODS", "purchasePayment");
    post("tenants", tenant)
        .compose(_ -> http.post("/plugins/" + PLUGIN + "/configure", HEADERS, pending.encode()))
        .toCompletionStage()
        .toCompletableFuture()
        .get(SET_UP_SECONDS_MAX, TimeUnit.SECONDS);
  }

  @Override
  public Future<String> open(int number) {
    var account =
        new JsonObject()
            .put("name", "Customer " + number)
            .put("currency", "MYR")
            .put("externalKey", "customer-" + number);
    var method = new JsonObject().put("pluginName", PLUGIN).put("pluginInfo", new JsonObject());
    return post("accounts", account)
        .map(KillBill::idOf)
        .compose(id -> post("accounts/" + id + "/paymentMethods?isDefault=true", method).map(id));
  }

  @Override
  public Future<Void> topUp(String account, String id) {
    return purchase(account, id)
        .compose(this::transactionOf)
        .compose(this::succeed)
        .compose(_ -> credit(account))
        .mapEmpty();
  }

  private Future<String> purchase(String account, String id) {
    var payment =
        new JsonObject()
            .put("transactionType", "PURCHASE")
            .put("amount", AMOUNT_DECIMAL)
            .put("currency", "MYR")
            .put("paymentExternalKey", id)
            .put("transactionExternalKey", id);
    return post("accounts/" + account + "/payments", payment).map(KillBill::idOf);
  }

  /** The provider's success needs it, and the first answer has a payment's address alone. */
  private Future<JsonObject> transactionOf(String payment) {
    return http.get(API + "payments/" + payment, HEADERS)
        .map(reply -> {
          var transaction =
              new JsonObject(reply.body()).getJsonArray("transactions").getJsonObject(0);
          if (!transaction.getString("status").equals("PENDING")) {
            throw new IllegalStateException("it is " + transaction.getString("status"));
          }
          return transaction;
        });
  }

  private Future<Http.Reply> succeed(JsonObject pending) {
    var id = pending.getString("transactionId");
    var success =
        new JsonObject()
            .put("paymentId", pending.getString("paymentId"))
            .put("paymentExternalKey", pending.getString("paymentExternalKey"))
            .put("transactionExternalKey", pending.getString("transactionExternalKey"))
            .put("status", "SUCCESS");
    return post("paymentTransactions/" + id, success);
  }

  private Future<Http.Reply> credit(String account) {
    var credit =
        new JsonObject()
            .put("accountId", account)
            .put("amount", AMOUNT_DECIMAL)
            .put("currency", "MYR");
    var credits = new JsonArray().add(credit).encode();
    return http.post(API + "credits?autoCommit=true", HEADERS, credits);
  }

  @Override
  public Future<Long> balance(String account) {
    var path = API + "accounts/" + account + "?accountWithBalanceAndCBA=true";
    return http.get(path, HEADERS)
        .map(reply -> {
          var credit = new JsonObject(reply.body()).getValue("accountCBA");
          return new BigDecimal(credit.toString()).movePointRight(2).longValueExact();
        });
  }

  @Override
  public String succeededSql() {
    return "select count(*) from payment_transactions where transaction_status = 'SUCCESS'";
  }

  @Override
  public long pid() {
    return server.pid();
  }

  @Override
  public void close() {
    server.close();
  }

  private Future<Http.Reply> post(String path, JsonObject body) {
    return http.post(API + path, HEADERS, body.encode());
  }

  /** The last part of the address of what was made. */
  private static String idOf(Http.Reply made) {
    var parts = made.location().split("/");
    return parts[parts.length - 1];
  }
}

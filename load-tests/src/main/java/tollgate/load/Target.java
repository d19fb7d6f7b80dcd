package tollgate.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The gateway under load, as a merchant, a customer's browser and a provider speak to it. */
final class Target {

  static final long PROJECT = 210;
  private static final int CONNECTIONS_MAX = 256;
  private static final int OPENINGS_MAX = 20;

  /** Of sixteen digits; one series for a whole run, for no provider names two payments alike. */
  private static final long FIRST_TRANS_ID = 1_000_000_000_000_000L;

  private final Vertx vertx;
  /** Less than the gateway's, or a request may meet a connection that is just being closed. */
  private static final int KEEP_ALIVE_SECONDS = 15;

  private final HttpClient client;
  private final Signer signer;
  private final String sinkUrl;
  private final int port;
  private long providersIds;

  Target(Vertx vertx, int port, Signer signer, String sinkUrl) {
    this.vertx = vertx;
    this.port = port;
    this.signer = signer;
    this.sinkUrl = sinkUrl;
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setTcpNoDelay(true),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX).setMaxWaitQueueSize(100_000));
  }

  /** A top-up by Touch'n Go. */
  Future<Reply> sale(String paymentId, String wallet, long amount) {
    return sale("touchngo", paymentId, wallet, amount);
  }

  /** Signed; the lines are written in the order of their paths. */
  private Future<Reply> sale(String method, String paymentId, String wallet, long amount) {
    var lines =
        "customer:id:load;customer:ip_address:127.0.0.1;general:merchant_callback_url:%s"
                .formatted(sinkUrl)
            + ";general:payment_id:%s;general:project_id:%d;payment:amount:%d"
                .formatted(paymentId, PROJECT, amount)
            + ";payment:currency:MYR;return_url:success:http://127.0.0.1/done"
            + ";wallet:account_id:" + wallet;
    var body =
        """
        {"general":{"project_id":%d,"payment_id":"%s","merchant_callback_url":"%s","signature":"%s"},\
        "payment":{"amount":%d,"currency":"MYR"},\
        "customer":{"id":"load","ip_address":"127.0.0.1"},\
        "return_url":{"success":"http://127.0.0.1/done"},\
        "wallet":{"account_id":"%s"}}"""
            .formatted(PROJECT, paymentId, sinkUrl, signer.gate(lines), amount, wallet);
    return post("/v2/payment/wallet/" + method + "/sale", "application/json", body);
  }

  /** A sale that a wallet pays, decided at once. */
  Future<Reply> spend(String paymentId, String wallet, long amount) {
    return sale("wallet", paymentId, wallet, amount);
  }

  /** A payout by Touch'n Go. */
  Future<Reply> payout(String paymentId, long amount) {
    var lines =
        "account:number:0123456789;customer:id:load;customer:ip_address:127.0.0.1"
            + ";general:merchant_callback_url:%s;general:payment_id:%s;general:project_id:%d"
                .formatted(sinkUrl, paymentId, PROJECT)
            + ";payment:amount:%d;payment:currency:MYR".formatted(amount);
    var body =
        """
        {"general":{"project_id":%d,"payment_id":"%s","merchant_callback_url":"%s","signature":"%s"},\
        "payment":{"amount":%d,"currency":"MYR"},\
        "customer":{"id":"load","ip_address":"127.0.0.1"},\
        "account":{"number":"0123456789"}}"""
            .formatted(PROJECT, paymentId, sinkUrl, signer.gate(lines), amount);
    return post("/v2/payment/wallet/touchngo/payout", "application/json", body);
  }

  /** All of a payment back. */
  Future<Reply> refund(String paymentId) {
    var lines =
        "general:merchant_callback_url:%s;general:payment_id:%s;general:project_id:%d"
            .formatted(sinkUrl, paymentId, PROJECT);
    var body =
        """
        {"general":{"project_id":%d,"payment_id":"%s","merchant_callback_url":"%s","signature":"%s"}}"""
            .formatted(PROJECT, paymentId, sinkUrl, signer.gate(lines));
    return post("/v2/payment/refund", "application/json", body);
  }

  /**
   * Opens the wallet of a customer and gives its number. A gateway that has just started may say
   * that it has too much to do, and is asked again.
   */
  Future<String> openWallet(String customer) {
    return openWallet(customer, OPENINGS_MAX);
  }

  private Future<String> openWallet(String customer, int tries) {
    var lines = "customer:id:" + customer + ";general:project_id:" + PROJECT;
    var body =
        """
        {"general":{"project_id":%d,"signature":"%s"},"customer":{"id":"%s"}}"""
            .formatted(PROJECT, signer.gate(lines), customer);
    return post("/v2/wallet/open", "application/json", body)
        .compose(
            reply -> {
              if (reply.status() == 503 && tries > 1) {
                return vertx
                    .timer(1, TimeUnit.SECONDS)
                    .compose(_ -> openWallet(customer, tries - 1));
              }
              if (reply.status() != 200) throw new IllegalStateException("wallet: " + reply);
              var wallet = new JsonObject(reply.body()).getJsonObject("wallet");
              return Future.succeededFuture(wallet.getString("account_id"));
            });
  }

  Future<Reply> status(String paymentId) {
    var lines = "general:payment_id:%s;general:project_id:%d".formatted(paymentId, PROJECT);
    var body =
        """
        {"general":{"project_id":%d,"payment_id":"%s","signature":"%s"}}"""
            .formatted(PROJECT, paymentId, signer.gate(lines));
    return post("/v2/payment/status", "application/json", body);
  }

  /** What the customer's browser does with the redirect data, and then pays at the sandbox. */
  Future<Reply> playCustomer(String webhook) {
    var redirect = new JsonObject(webhook).getJsonObject("redirect_data");
    var fields = redirect.getJsonObject("body");
    var form = fields.stream().collect(Collectors.toMap(Map.Entry::getKey, Target::text));
    var transNum = fields.getString("TransNum");
    return post(URI.create(redirect.getString("url")).getPath(), FORM, form(form))
        .compose(_ -> post("/sandbox/touchngo/play/" + transNum + "?action=pay", FORM, ""));
  }

  /**
   * The provider's callback that says a redirected payment is paid, as it would sign it. The payment
   * is read from the redirect webhook by its words alone, for the generator shares the processors
   * with what it measures.
   */
  Buffer paid(String webhook) {
    var fields = new TreeMap<String, String>();
    for (var name : List.of("MerchantCode", "TransNum", "Currency", "Amount")) {
      fields.put(name, Sink.member(webhook, '"' + name + "\":\""));
    }
    fields.put("Status", "SUCCESS");
    fields.put("Code", "00");
    fields.put("Message", "Paid");
    fields.put("TransId", "LT" + (FIRST_TRANS_ID + ++providersIds));
    fields.put("TransDate", "2026-03-01T02:01:30Z");
    fields.put("Signature", signer.provider("callback", fields));
    return Buffer.buffer(form(fields));
  }

  Future<Reply> callback(long gateway, Buffer body) {
    return post("/callbacks/" + gateway, FORM, body);
  }

  Future<Reply> get(int onPort, String path) {
    return client
        .request(HttpMethod.GET, onPort, "127.0.0.1", path)
        .compose(request -> request.send())
        .compose(response -> response.body().map(body -> reply(response.statusCode(), body)));
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  private Future<Reply> post(String path, String type, String body) {
    return post(path, type, Buffer.buffer(body));
  }

  private Future<Reply> post(String path, String type, Buffer body) {
    return client
        .request(HttpMethod.POST, port, "127.0.0.1", path)
        .compose(
            request -> {
              request.putHeader("Content-Type", type);
              return request.send(body);
            })
        .compose(response -> response.body().map(bytes -> reply(response.statusCode(), bytes)));
  }

  private static Reply reply(int status, Buffer body) {
    return new Reply(status, body.toString());
  }

  private static String text(Map.Entry<String, Object> field) {
    return String.valueOf(field.getValue());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** An HTTP answer. */
  record Reply(int status, String body) {}
}

package tollgate.load.wire;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** The demo project as it calls the gateway. Lines that are signed stand in the order of their paths. */
public final class Merchant {

  static final long PROJECT = 210;
  private static final String JSON = "application/json";
  private static final String GENERAL = "{\"general\":{\"project_id\":" + PROJECT;

  private final Wire wire;
  private final Signer signer;
  private final String webhookUrl;

  public Merchant(Wire wire, Signer signer, String webhookUrl) {
    this.wire = wire;
    this.signer = signer;
    this.webhookUrl = webhookUrl;
  }

  /** The same project with another server for its webhooks. */
  public Merchant hearingAt(int port) {
    return new Merchant(wire, signer, "http://127.0.0.1:" + port + "/hook");
  }

  /** A top-up by Touch'n Go. */
  public Future<Message> sale(String paymentId, String wallet, long amount) {
    return sale("touchngo", paymentId, wallet, amount);
  }

  /** A sale that a wallet pays, decided at once. */
  public Future<Message> spend(String paymentId, String wallet, long amount) {
    return sale("wallet", paymentId, wallet, amount);
  }

  private Future<Message> sale(String method, String paymentId, String wallet, long amount) {
    var lines =
        "customer:id:load;customer:ip_address:127.0.0.1;general:merchant_callback_url:"
            + (webhookUrl + ";general:payment_id:" + paymentId + ";general:project_id:" + PROJECT)
            + (";payment:amount:" + amount + ";payment:currency:MYR")
            + (";return_url:success:http://127.0.0.1/done;wallet:account_id:" + wallet);
    var body =
        general(paymentId, lines)
            + (",\"payment\":{\"amount\":" + amount + ",\"currency\":\"MYR\"}")
            + ",\"customer\":{\"id\":\"load\",\"ip_address\":\"127.0.0.1\"}"
            + ",\"return_url\":{\"success\":\"http://127.0.0.1/done\"}"
            + (",\"wallet\":{\"account_id\":\"" + wallet + "\"}}");
    return post("/v2/payment/wallet/" + method + "/sale", body);
  }

  /** A payout by Touch'n Go. */
  public Future<Message> payout(String paymentId, long amount) {
    var lines =
        "account:number:0123456789;customer:id:load;customer:ip_address:127.0.0.1"
            + (";general:merchant_callback_url:" + webhookUrl)
            + (";general:payment_id:" + paymentId + ";general:project_id:" + PROJECT)
            + (";payment:amount:" + amount + ";payment:currency:MYR");
    var body =
        general(paymentId, lines)
            + (",\"payment\":{\"amount\":" + amount + ",\"currency\":\"MYR\"}")
            + ",\"customer\":{\"id\":\"load\",\"ip_address\":\"127.0.0.1\"}"
            + ",\"account\":{\"number\":\"0123456789\"}}";
    return post("/v2/payment/wallet/touchngo/payout", body);
  }

  /** All of a payment back. */
  public Future<Message> refund(String paymentId) {
    var lines =
        "general:merchant_callback_url:"
            + (webhookUrl + ";general:payment_id:" + paymentId + ";general:project_id:" + PROJECT);
    return post("/v2/payment/refund", general(paymentId, lines) + "}");
  }

  /** With the address of the webhooks, as all do that begin an operation. */
  private String general(String paymentId, String lines) {
    return GENERAL
        + (",\"payment_id\":\"" + paymentId + "\",\"merchant_callback_url\":\"" + webhookUrl)
        + ("\",\"signature\":\"" + signer.gate(lines) + "\"}");
  }

  public Future<Message> openWallet(String customer) {
    var lines = "customer:id:" + customer + ";general:project_id:" + PROJECT;
    return post(
        "/v2/wallet/open",
        GENERAL
            + (",\"signature\":\"" + signer.gate(lines) + "\"}")
            + (",\"customer\":{\"id\":\"" + customer + "\"}}"));
  }

  public Future<Message> status(String paymentId) {
    return wire.send(statusRequest(paymentId));
  }

  /** Signed beforehand, to be sent any number of times. */
  public Buffer statusRequest(String paymentId) {
    var lines = "general:payment_id:" + paymentId + ";general:project_id:" + PROJECT;
    var body =
        GENERAL
            + (",\"payment_id\":\"" + paymentId)
            + ("\",\"signature\":\"" + signer.gate(lines) + "\"}}");
    return wire.post("/v2/payment/status", JSON, body);
  }

  /** A page of a wallet's history below an entry, signed beforehand. */
  public Buffer historyRequest(String wallet, long before, int limit) {
    var lines =
        "general:project_id:"
            + (PROJECT + ";page:before:" + before + ";page:limit:" + limit)
            + (";wallet:account_id:" + wallet);
    var body =
        GENERAL
            + (",\"signature\":\"" + signer.gate(lines) + "\"}")
            + (",\"wallet\":{\"account_id\":\"" + wallet + "\"}")
            + (",\"page\":{\"before\":" + before + ",\"limit\":" + limit + "}}");
    return wire.post("/v2/wallet/history", JSON, body);
  }

  public Future<Message> send(Buffer request) {
    return wire.send(request);
  }

  private Future<Message> post(String path, String body) {
    return wire.send(wire.post(path, JSON, body));
  }
}

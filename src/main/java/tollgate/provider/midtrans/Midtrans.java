package tollgate.provider.midtrans;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.json.Json;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.NamedKey;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;
import tollgate.tenant.Secret;

/**
 * GoPay through Midtrans, Core API v2. A charge answers a link into the GoPay app; the customer
 * pays there; a notification tells us, and the status call says it again.
 *
 * <p>Keys of a gateway: {@code server_key} signs in to the API; {@code notification_key}, when
 * there is one, signs notifications in its stead. It needs no fields.
 */
public final class Midtrans implements Provider {

  static final Currency IDR = Currency.getInstance("IDR");
  static final String SERVER_KEY = "server_key";
  static final String NOTIFICATION_KEY = "notification_key";

  /** GoPay's own bounds, 1 to 20,000,000 rupiah (3.6). Midtrans takes whole rupiah only (3.1). */
  private static final Method GOPAY =
      new Method("gopay", "gopay_wallet", "GoPay Wallet", IDR, 100, 2_000_000_000, 100, true);

  @Override
  public String name() {
    return "midtrans";
  }

  @Override
  public List<Method> methods() {
    return List.of(GOPAY);
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(), List.of(SERVER_KEY));
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    var headers = new HashMap<>(headers(gateway));
    headers.put("Idempotency-Key", order.reference() + "-chg");
    headers.put("X-Override-Notification", order.callbackUrl());
    var url = base(gateway) + "/v2/charge";
    return new Start.Send(new Request("POST", url, headers, Charge.of(order).encode()));
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    var url = transaction(order, gateway) + "/status";
    return Optional.of(new Request("GET", url, headers(gateway), ""));
  }

  /**
   * A key of its own: Midtrans answers a repeated key with the first answer, whatever was asked.
   */
  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    var key = order.reference() + "-cxl";
    return Optional.of(post("cancel", order, key, Json.object().build(), gateway));
  }

  @Override
  public Optional<Refunds> refunds() {
    return Optional.of(new GopayRefunds());
  }

  /** Something done to a transaction, once under this idempotency key. */
  static Request post(String verb, Order order, String key, Json.Obj body, Gateway gateway) {
    var headers = new HashMap<>(headers(gateway));
    headers.put("Idempotency-Key", key);
    return new Request("POST", transaction(order, gateway) + "/" + verb, headers, body.encode());
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    return Replies.read(call, order, reply);
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return Notification.open(callback.body(), notificationKey(gateway));
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Notification.evidence(callback.body(), notificationKey(gateway));
  }

  private static NamedKey notificationKey(Gateway gateway) {
    var hasOwn = gateway.keys().containsKey(NOTIFICATION_KEY);
    return NamedKey.of(gateway, hasOwn ? NOTIFICATION_KEY : SERVER_KEY);
  }

  /** Never 500, which Midtrans repeats once, where it repeats a 503 four times (10.2). */
  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> Answer.text(200, "OK");
      case FORGED -> Answer.text(403, "signature");
      case MALFORMED, UNWANTED -> Answer.text(400, "malformed");
      case UNKNOWN -> Answer.text(404, "unknown order");
      case BUSY -> Answer.text(503, "again");
    };
  }

  private static Map<String, String> headers(Gateway gateway) {
    return Map.of(
        "Accept", "application/json",
        "Content-Type", "application/json",
        "Authorization", basic(gateway.key(SERVER_KEY)));
  }

  /** The key as user name and an empty password: the colon stays (2.4). */
  private static String basic(Secret key) {
    return "Basic " + Base64.getEncoder().encodeToString((key.reveal() + ":").getBytes(UTF_8));
  }

  /** By their id once it is known: an order id may be charged again after an expiry (3.10, O4). */
  private static String transaction(Order order, Gateway gateway) {
    var known = Transaction.isId(order.providersId());
    return base(gateway) + "/v2/" + (known ? order.providersId() : order.reference());
  }

  private static String base(Gateway gateway) {
    return gateway.base().toString().replaceFirst("/+$", "");
  }
}

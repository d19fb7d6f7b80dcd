package tollgate.provider.yookassa;

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
import tollgate.provider.OneLine;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * YooKassa. A payment in one stage answers the address of its page; notifications are not signed,
 * so they only make us read the payment that they name. What got no answer is sent again under the
 * same key.
 *
 * <p>Field of a gateway: {@code shop_id}. Key: {@code secret_key}; one that begins with {@code
 * test_} moves no money, and only with such a key is a test payment taken for one.
 */
public final class Yookassa implements Provider {

  static final Currency RUB = Currency.getInstance("RUB");
  static final String SHOP_ID = "shop_id";
  static final String SECRET_KEY = "secret_key";

  private static final int DESCRIPTION_CHARS_MAX = 128;

  /** One rouble to 350,000. */
  private static final Method SHOP =
      new Method("yookassa", "yookassa", "YooKassa", RUB, 100, 35_000_000, 1, false);

  @Override
  public String name() {
    return "yookassa";
  }

  @Override
  public List<Method> methods() {
    return List.of(SHOP);
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(SHOP_ID), List.of(SECRET_KEY));
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    var body =
        Json.object()
            .put("amount", Amounts.write(order.amount()))
            .put("capture", true)
            .put(
                "confirmation",
                Json.object().put("type", "redirect").put("return_url", order.returnUrl()))
            .put("description", OneLine.of(order.description(), DESCRIPTION_CHARS_MAX, "Top-up"))
            .put("metadata", Json.object().put("reference", order.reference()))
            .build();
    return new Start.Send(post("/payments", order.reference(), body, gateway));
  }

  /** Only by their id: until that is known, the same message under the same key finds it. */
  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    return Replies.isId(order.providersId())
        ? Optional.of(get("/payments/" + order.providersId(), gateway))
        : Optional.empty();
  }

  /** Only what waits for its capture can be cancelled, and ours never does (B.2). */
  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    return Optional.empty();
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    return Replies.read(call, order, gateway, reply);
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return Notification.open(callback.body());
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Notification.evidence(callback.body());
  }

  /** Anything but 200 is repeated, seven attempts in a day (B.4). */
  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> Answer.text(200, "OK");
      case FORGED -> Answer.text(403, "no");
      case MALFORMED, UNWANTED -> Answer.text(400, "malformed");
      case UNKNOWN -> Answer.text(404, "unknown payment");
      case BUSY -> Answer.text(503, "again");
    };
  }

  @Override
  public Optional<Refunds> refunds() {
    return Optional.of(new ShopRefunds());
  }

  static Request get(String path, Gateway gateway) {
    return new Request("GET", base(gateway) + path, headers(gateway), "");
  }

  /** Under a key by which a repeat is known for a day (B.1). */
  static Request post(String path, String key, Json.Obj body, Gateway gateway) {
    var headers = new HashMap<>(headers(gateway));
    headers.put("Content-Type", "application/json");
    headers.put("Idempotence-Key", key);
    return new Request("POST", base(gateway) + path, headers, body.encode());
  }

  private static Map<String, String> headers(Gateway gateway) {
    var login = gateway.field(SHOP_ID) + ":" + gateway.key(SECRET_KEY).reveal();
    var basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    return Map.of("Accept", "application/json", "Authorization", basic);
  }

  private static String base(Gateway gateway) {
    return gateway.base().toString().replaceFirst("/+$", "");
  }
}

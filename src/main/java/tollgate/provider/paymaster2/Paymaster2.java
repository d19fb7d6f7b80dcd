package tollgate.provider.paymaster2;

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
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * PayMaster, REST API v2 (part 2 of the protocol page). An invoice answers the address of its pay
 * page; the callback is not signed at all, so it only makes us ask for the payment that it names.
 *
 * <p>Fields of a gateway: {@code merchant_id}, the site's GUID; {@code test_mode}, {@code true} on
 * a gateway of test payments, which no other gateway takes for money. Key: {@code token}, which
 * opens the API and makes our callback addresses unguessable. The base is the address above {@code
 * /api/v2}.
 */
public final class Paymaster2 implements Provider {

  static final Currency RUB = Currency.getInstance("RUB");
  static final String MERCHANT_ID = "merchant_id";
  static final String TEST_MODE = "test_mode";
  static final String TOKEN = "token";

  /** Chosen: 1.00 to 1,000,000.00 rubles. */
  private static final Method PAYMASTER =
      new Method("paymaster2", "paymaster2", "PayMaster", RUB, 100, 100_000_000, 1, false);

  @Override
  public String name() {
    return "paymaster2";
  }

  @Override
  public List<Method> methods() {
    return List.of(PAYMASTER);
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(MERCHANT_ID), List.of(TOKEN));
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    return new Start.Send(
        post("/invoices", order.reference(), InvoiceBody.of(order, gateway), gateway));
  }

  /** By their id alone; until it is known the repeated creation tells it, under its old key. */
  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    return Told.isId(order.providersId())
        ? Optional.of(get("/payments/" + order.providersId(), gateway))
        : Optional.empty();
  }

  /** Nobody can pay what has no id yet: its pay page was shown to nobody. */
  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    if (!Told.isId(order.providersId())) return Optional.empty();

    var url = api(gateway) + "/payments/" + order.providersId() + "/cancel";
    return Optional.of(new Request("PUT", url, headers(gateway), "{}"));
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    return Replies.read(call, order, gateway, reply);
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return CallbackAddress.open(callback, gateway);
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return CallbackAddress.evidence(callback, gateway);
  }

  /** It wants 200 and an empty body (2.3), and comes again after anything else. */
  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> Answer.text(200, "");
      case FORGED -> Answer.text(403, "");
      case MALFORMED, UNWANTED -> Answer.text(400, "");
      case UNKNOWN -> Answer.text(404, "");
      case BUSY -> Answer.text(503, "");
    };
  }

  @Override
  public Optional<Refunds> refunds() {
    return Optional.of(new InvoiceRefunds());
  }

  static Request get(String path, Gateway gateway) {
    return new Request("GET", api(gateway) + path, headers(gateway), "");
  }

  /** One key for one intent, the same on every repeat (2.4). */
  static Request post(String path, String key, Json.Obj body, Gateway gateway) {
    var headers = new HashMap<>(headers(gateway));
    headers.put("Idempotency-Key", key);
    return new Request("POST", api(gateway) + path, headers, body.encode());
  }

  private static Map<String, String> headers(Gateway gateway) {
    return Map.of(
        "Accept", "application/json",
        "Content-Type", "application/json",
        "Authorization", "Bearer " + gateway.key(TOKEN).reveal());
  }

  private static String api(Gateway gateway) {
    return gateway.base().toString().replaceFirst("/+$", "") + "/api/v2";
  }

  static boolean isTest(Gateway gateway) {
    return gateway.fields().getOrDefault(TEST_MODE, "").equals("true");
  }
}

package tollgate.provider.qiwi;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * QIWI. A bill answers the address of its form; the customer pays there; a signed notification says
 * that something happened, and the bill, read again, says what.
 *
 * <p>Key of a gateway: {@code secret_key}, which signs in to the API and signs notifications.
 * Fields, both optional: {@code site_id}, ours, which messages must then name; {@code refunds},
 * {@code kassa} for legal entities, else there are none.
 */
public final class Qiwi implements Provider {

  static final Currency RUB = Currency.getInstance("RUB");
  static final String SECRET_KEY = "secret_key";
  static final String SITE_ID = "site_id";
  static final String REFUNDS = "refunds";
  static final String KASSA = "kassa";

  private static final Answer HEARD = new Answer(200, "application/json", "{\"error\":\"0\"}");

  /** One rouble to the most that a bill may have (2). */
  private static final Method WALLET =
      new Method("qiwi", "qiwi_wallet", "QIWI Wallet", RUB, 100, 99_999_999, 1, false);

  @Override
  public String name() {
    return "qiwi";
  }

  @Override
  public List<Method> methods() {
    return List.of(WALLET);
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(), List.of(SECRET_KEY));
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    var body = BillRequest.of(order).encode();
    return new Start.Send(new Request("PUT", bill(order, gateway), headers(gateway), body));
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    return Optional.of(new Request("GET", bill(order, gateway), headers(gateway), ""));
  }

  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    var url = bill(order, gateway) + "/reject";
    return Optional.of(new Request("POST", url, headers(gateway), ""));
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    return Replies.read(call, order, gateway, reply);
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return Notification.open(callback, gateway);
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Notification.evidence(callback, gateway);
  }

  /** Anything but 200 is repeated for a day (5). */
  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> HEARD;
      case FORGED -> Answer.text(403, "signature");
      case MALFORMED, UNWANTED -> Answer.text(400, "malformed");
      case UNKNOWN -> Answer.text(404, "unknown bill");
      case BUSY -> Answer.text(503, "again");
    };
  }

  @Override
  public Optional<Refunds> refunds() {
    return Optional.of(new BillRefunds());
  }

  @Override
  public Optional<Refunds> refunds(Gateway gateway) {
    return gateway.fields().getOrDefault(REFUNDS, "").equals(KASSA) ? refunds() : Optional.empty();
  }

  static Map<String, String> headers(Gateway gateway) {
    return Map.of(
        "Accept", "application/json",
        "Content-Type", "application/json",
        "Authorization", "Bearer " + gateway.key(SECRET_KEY).reveal());
  }

  /** Our reference is the id of the bill, and needs no encoding. */
  static String bill(Order order, Gateway gateway) {
    var base = gateway.base().toString().replaceFirst("/+$", "");
    return base + "/partner/bill/v1/bills/" + order.reference();
  }
}

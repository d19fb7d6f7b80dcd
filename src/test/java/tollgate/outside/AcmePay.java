package tollgate.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.RedirectData;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Order;
import tollgate.provider.Payouts;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Reference;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * A provider for tests whose protocol is a word: {@code redirect}, {@code approved 10000}, {@code
 * declined}, {@code refused}, {@code pending}; a last word names the transfer if it is not {@code
 * A-1}. A callback is {@code <key> <reference> <word>}, where the word may be {@code bell}, {@code
 * bell A-2} or {@code may 10000} too.
 */
final class AcmePay implements Provider {

  static final String KEY = "acme-secret";

  private final Refunds refunds;

  AcmePay() {
    this(new AcmeOut());
  }

  AcmePay(Refunds refunds) {
    this.refunds = refunds;
  }

  @Override
  public String name() {
    return "acme";
  }

  @Override
  public List<Method> methods() {
    return List.of();
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(), List.of("key"));
  }

  @Override
  public Optional<Payouts> payouts() {
    return Optional.of(new AcmeOut());
  }

  @Override
  public Optional<Refunds> refunds() {
    return Optional.of(refunds);
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    if (gateway.fields().containsKey("broken")) throw new IllegalStateException("on purpose");
    return new Start.Send(request("/pay", order, gateway));
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    return Optional.of(request("/ask?" + order.providersId(), order, gateway));
  }

  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    if (gateway.fields().containsKey("uncancellable")) return Optional.empty();

    return Optional.of(request("/cancel", order, gateway));
  }

  private static Request request(String path, Order order, Gateway gateway) {
    var headers = Map.of("Idempotency-Key", order.reference() + path);
    return new Request("POST", gateway.base() + path, headers, order.reference());
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    return reply.status() == 200 ? event(reply.body()) : new Doubtful("HTTP " + reply.status());
  }

  private static ProviderEvent event(String said) {
    var words = said.split(" ", 3);
    return switch (words[0]) {
      case "redirect" -> new CustomerRedirected(RedirectData.get("https://acme.example/1"), "A-1");
      case "approved" ->
          new SaleApproved(
              Money.of(Long.parseLong(words[1]), "MYR"), words.length > 2 ? words[2] : "A-1");
      case "declined" -> new SaleDeclined(Code.CUSTOMER_FUNDS_SHORT, "A-1");
      case "refused" -> new SaleDeclined(Code.PROVIDER_VALIDATION_ERROR, "");
      case "pending" -> new SalePending("A-1");
      case String other -> new Doubtful(other);
    };
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    var words = new String(callback.body(), UTF_8).split(" ", 3);
    if (!words[0].equals(KEY)) return new Reading.Forged("key");
    if (words[1].equals("throw")) throw new IllegalArgumentException("on purpose");
    if (words[1].equals("test")) return new Reading.Nothing("a test");

    return said(Reference.read(words[1]).orElseThrow(), words[2]);
  }

  private static Reading said(Payment.Id payment, String word) {
    if (word.equals("bell")) return new Reading.Doorbell(payment);
    if (word.startsWith("bell ")) return new Reading.Doorbell(payment, word.substring(5));

    return word.startsWith("may ")
        ? new Reading.Inquiry(payment, Money.of(Long.parseLong(word.substring(4)), "MYR"))
        : new Reading.Genuine(payment, event(word));
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Evidence.unsigned(Evidence.Claims.NONE);
  }

  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return Answer.text(verdict == Verdict.TAKEN ? 200 : 500, verdict.name());
  }
}

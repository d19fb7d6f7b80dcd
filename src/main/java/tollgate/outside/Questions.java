package tollgate.outside;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import tollgate.engine.News;
import tollgate.outside.ProviderCaller.Message;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.Payout;
import tollgate.payment.Sale;
import tollgate.provider.Order;
import tollgate.provider.Payouts;
import tollgate.provider.Provider;
import tollgate.provider.Provider.Call;
import tollgate.tenant.Gateway;

/**
 * Asks the provider what became of a payment. Two who ask the same at once share one call:
 * providers count our questions.
 */
final class Questions {

  private final Provider provider;
  private final ProviderVerticle.Parts parts;
  private final ProviderCaller caller;
  private final Map<Question, Future<ProviderEvent>> asked = new HashMap<>();

  /** By the provider's own id, where there is one. */
  private record Question(Payment.Id payment, String transfer) {}

  Questions(Provider provider, ProviderVerticle.Parts parts, ProviderCaller caller) {
    this.provider = provider;
    this.parts = parts;
    this.caller = caller;
  }

  /** The provider's word; {@link Doubtful} when there is none. Never fails, and commits nothing. */
  Future<ProviderEvent> ask(Payment payment) {
    return ask(payment, "");
  }

  /** The same of this transfer, which may be another than is known; empty: of the one that is. */
  Future<ProviderEvent> ask(Payment payment, String transfer) {
    var question =
        new Question(payment.id(), transfer.isEmpty() ? payment.providersId() : transfer);
    var running = asked.get(question);
    if (running != null) return running;

    var answer = send(payment, question.transfer());
    if (answer.isComplete()) return answer;

    asked.put(question, answer);
    return answer.onComplete(_ -> asked.remove(question));
  }

  /** The same, and what it says is committed. Fails when that could not be kept. */
  Future<Void> askAndTell(Payment payment) {
    return ask(payment)
        .compose(event ->
            event instanceof Doubtful
                ? Future.succeededFuture()
                : parts.engine().handle(News.of(payment.id(), event)).mapEmpty());
  }

  private Future<ProviderEvent> send(Payment payment, String transfer) {
    return answered(payment, transfer)
        .onSuccess(
            event -> parts.meters().providerPoll(provider.name(), ProviderCaller.word(event)));
  }

  private Future<ProviderEvent> answered(Payment payment, String transfer) {
    var gateway = parts.tenants().get().gateway(payment.terms().gateway());
    if (gateway == null) return Future.succeededFuture(Doubtful.unheard("no such gateway"));

    try {
      return sent(payment, transfer, gateway)
          .otherwise(unsent -> Doubtful.unheard(Courier.said(unsent)));
    } catch (RuntimeException broken) {
      return Future.succeededFuture(Doubtful.unheard(Courier.said(broken)));
    }
  }

  private Future<ProviderEvent> sent(Payment payment, String transfer, Gateway gateway) {
    var order = parts.order(payment).about(transfer);
    return switch (payment) {
      case Sale _ -> ofSale(order, gateway);
      case Payout _ -> caller.call(question(order, gateway));
      case Link _ -> throw new IllegalStateException("no provider knows a link");
    };
  }

  private Future<ProviderEvent> ofSale(Order order, Gateway gateway) {
    var question = provider.ask(order, gateway);
    return question.isEmpty()
        ? Future.succeededFuture(new Doubtful("there is nobody to ask"))
        : caller.call(Call.ASK, order, gateway, question.get());
  }

  private Message question(Order order, Gateway gateway) {
    var payouts = provider.payouts().orElseThrow();
    return new Message(
        "ask_payout",
        order.reference(),
        payouts.ask(order, gateway),
        reply -> payouts.read(Payouts.Call.ASK, order, gateway, reply),
        false);
  }
}

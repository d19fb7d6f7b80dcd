package tollgate.outside;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.engine.News;
import tollgate.outside.ProviderCaller.Message;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.Broken;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.NotSent;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutEvent;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Payout;
import tollgate.provider.Order;
import tollgate.provider.Payouts;
import tollgate.provider.Provider;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * Payouts towards one provider. That something may go out is committed before it does, so whatever
 * dies in between, nobody gives money back that the provider may have paid: from then on only the
 * provider's word counts, and a repeat carries the same key.
 */
final class PayoutDuties {

  private static final Logger LOG = LoggerFactory.getLogger(PayoutDuties.class);
  private static final String SENDING = "about to be sent";

  private final Provider provider;
  private final ProviderVerticle.Parts parts;
  private final ProviderCaller caller;
  private final Questions questions;
  private final Backoff doubt;

  PayoutDuties(
      Provider provider,
      ProviderVerticle.Parts parts,
      ProviderCaller caller,
      Questions questions,
      Backoff doubt) {
    this.provider = provider;
    this.parts = parts;
    this.caller = caller;
    this.questions = questions;
    this.doubt = doubt;
  }

  Future<Void> perform(Duty duty, Payout payout, Gateway gateway) {
    if (!(payout.state() instanceof Processing now)) return parts.outbox().done(duty);
    if (provider.payouts().isEmpty())
      return tell(duty, new NotSent(Code.NOT_SUPPORTED_BY_PROVIDER));

    var payouts = provider.payouts().get();
    var order = Order.of(payout, parts.publicUrl());
    Request request;
    try {
      request = payouts.send(order, gateway);
    } catch (RuntimeException ours) {
      LOG.error("{} cannot pay out {}", provider.name(), payout.id(), ours);
      return now.inDoubt() ? later(duty) : tell(duty, new Broken());
    }
    var message =
        new Message(
            "payout",
            order.reference(),
            request,
            reply -> payouts.read(Payouts.Call.SEND, order, gateway, reply),
            true);
    return now.inDoubt() ? send(duty, message) : marked(duty).compose(_ -> send(duty, message));
  }

  /** Fails when that could not be kept; then nothing goes out. */
  private Future<Void> marked(Duty duty) {
    return parts
        .engine()
        .handle(News.of(duty.payment().id(), new Doubtful(SENDING)))
        .compose(_ -> parts.payments().load(java.util.List.of(duty.payment().id())))
        .compose(found -> {
          var stored = found.get(duty.payment().id());
          var ready = stored != null && stored.payment().state() instanceof Processing;
          return ready
              ? Future.succeededFuture()
              : Future.failedFuture(new IllegalStateException("decided meanwhile"));
        });
  }

  private Future<Void> send(Duty duty, Message message) {
    return caller
        .call(message)
        .otherwise(unsent -> new Doubtful(Courier.said(unsent)))
        .compose(event -> said(duty, event));
  }

  private Future<Void> said(Duty duty, ProviderEvent event) {
    // A repeat was refused, and nothing was said of the first message, which may have arrived.
    var repeat =
        duty.attempt() > 1 && event instanceof PayoutDeclined no && no.providersId().isEmpty();
    if (repeat) return questions.askAndTell(duty.payment()).compose(_ -> later(duty));
    if (event instanceof PayoutEvent) return tell(duty, event);

    LOG.warn("{}: payout in doubt: {}", duty.payment().id(), event);
    return later(duty);
  }

  private Future<Void> later(Duty duty) {
    return parts.outbox().later(duty, doubt.after(duty.attempt()));
  }

  private Future<Void> tell(Duty duty, PaymentEvent event) {
    return parts.engine().handle(News.after(duty, event)).mapEmpty();
  }
}

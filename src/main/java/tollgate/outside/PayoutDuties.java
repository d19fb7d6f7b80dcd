package tollgate.outside;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.engine.Handled.Decided;
import tollgate.engine.News;
import tollgate.outside.ProviderCaller.Message;
import tollgate.payment.Code;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.Broken;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.NotSent;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutEvent;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Payout;
import tollgate.provider.Payouts;
import tollgate.provider.Provider;
import tollgate.tenant.Gateway;

/**
 * Payouts towards one provider. That something may go out is committed before it does, and no
 * earlier than there is a connection: whatever dies in between, nobody gives money back that the
 * provider may have paid, for from then on only the provider's word counts, and a repeat carries
 * the same key. What never left us ends at its limit time.
 */
final class PayoutDuties {

  private static final Logger LOG = LoggerFactory.getLogger(PayoutDuties.class);
  private static final String SENDING = "about to be sent";

  private final Provider provider;
  private final ProviderVerticle.Parts parts;
  private final ProviderCaller caller;
  private final Questions questions;
  private final Endings endings;

  PayoutDuties(
      Provider provider,
      ProviderVerticle.Parts parts,
      ProviderCaller caller,
      Questions questions,
      Endings endings) {
    this.provider = provider;
    this.parts = parts;
    this.caller = caller;
    this.questions = questions;
    this.endings = endings;
  }

  Future<Void> perform(Duty duty, Payout payout, Gateway gateway) {
    if (!(payout.state() instanceof Processing now)) return endings.done(duty);
    if (provider.payouts().isEmpty()) {
      return endings.tell(duty, new NotSent(Code.NOT_SUPPORTED_BY_PROVIDER));
    }
    var payouts = provider.payouts().get();
    var order = parts.order(payout);
    try {
      var first =
          new Message(
              "payout",
              order.reference(),
              payouts.send(order, gateway),
              reply -> payouts.read(Payouts.Call.SEND, order, gateway, reply),
              true);
      return send(duty, now.inDoubt() ? first : first.once(() -> marked(duty)));
    } catch (RuntimeException ours) {
      LOG.error("{} cannot pay out {}", provider.name(), payout.id(), ours);
      return now.inDoubt() ? endings.inDoubt(duty) : endings.tell(duty, new Broken());
    }
  }

  /**
   * Fails when that could not be kept, or when somebody else is about to send it, or it is decided:
   * then nothing goes out.
   */
  private Future<Void> marked(Duty duty) {
    return parts
        .engine()
        .handle(News.of(duty.payment().id(), new Doubtful(SENDING)))
        .compose(handled -> {
          var isOurs = handled instanceof Decided(Step _);
          return isOurs
              ? Future.succeededFuture()
              : Future.failedFuture(new IllegalStateException("not ours to send"));
        });
  }

  private Future<Void> send(Duty duty, Message message) {
    return caller
        .call(message)
        .compose(event -> said(duty, event), failure -> endings.unsent(duty, failure));
  }

  private Future<Void> said(Duty duty, ProviderEvent event) {
    // A repeat was refused, and nothing was said of the first message, which may have arrived.
    if (isRepeat(duty) && event instanceof PayoutDeclined no && no.providersId().isEmpty()) {
      return questions.askAndTell(duty.payment()).compose(_ -> endings.inDoubt(duty));
    }
    if (event instanceof PayoutEvent) return endings.tell(duty, event);

    LOG.warn("{}: payout in doubt: {}", duty.payment().id(), event);
    return endings.inDoubt(duty);
  }

  private static boolean isRepeat(Duty duty) {
    return duty.payment().state() instanceof Processing now && now.inDoubt();
  }
}

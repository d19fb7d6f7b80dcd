package tollgate.outside;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.engine.News;
import tollgate.payment.Link;
import tollgate.payment.PaymentEvent.Broken;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.NotSent;
import tollgate.payment.PaymentEvent.PayoutEvent;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SaleEvent;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Payout;
import tollgate.payment.Sale;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * The duties towards one provider. Whatever goes wrong on our side leaves the duty in the outbox: a
 * lease that ends hands it out again, and the same message carries the same key.
 */
final class ProviderDuties {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderDuties.class);

  private final Provider provider;
  private final ProviderVerticle.Parts parts;
  private final ProviderCaller caller;
  private final Questions questions;
  private final Endings endings;
  private final PayoutDuties payouts;
  private final RefundDuties refunds;

  ProviderDuties(
      Provider provider,
      ProviderVerticle.Parts parts,
      ProviderOptions.Retry retry,
      ProviderCaller caller,
      Questions questions) {
    this.provider = provider;
    this.parts = parts;
    this.caller = caller;
    this.questions = questions;
    endings = new Endings(parts, retry);
    payouts = new PayoutDuties(provider, parts, caller, questions, endings);
    refunds = new RefundDuties(provider, parts, caller, endings);
  }

  /** Completes when this verticle is through with the duty, in whatever way. Never fails. */
  Future<Void> perform(Duty duty) {
    var gateway = parts.tenants().get().gateway(duty.payment().terms().gateway());
    if (gateway == null) return Future.succeededFuture();

    var work =
        switch (duty.effect()) {
          case CALL_PROVIDER -> call(duty, gateway);
          case REFUND_AT_PROVIDER -> refunds.perform(duty, gateway);
          case REFUND_LATE -> refunds.begin(duty, gateway);
          case CANCEL_AT_PROVIDER -> cancel(duty, gateway);
          case ASK_PROVIDER -> questions.askAndTell(duty.payment());
          case NOTIFY_INTERMEDIATE, NOTIFY_FINAL, NOTIFY_LATE, NOTIFY_LINK_OPENED ->
              Future.<Void>succeededFuture();
          case NOTIFY_LINK_MAILED, MAIL_LINK -> Future.<Void>succeededFuture();
        };
    return work.recover(failure -> {
      LOG.debug("{} of {} again later", duty.effect(), duty.payment().id(), failure);
      return Future.succeededFuture();
    });
  }

  private Future<Void> call(Duty duty, Gateway gateway) {
    return switch (duty.payment()) {
      case Sale _ -> sell(duty, gateway);
      case Payout payout -> payouts.perform(duty, payout, gateway);
      case Link _ -> throw new IllegalStateException("no provider sells a link");
    };
  }

  private Future<Void> sell(Duty duty, Gateway gateway) {
    if (!(duty.payment().state() instanceof Processing)) return endings.done(duty);

    try {
      var order = order(duty);
      return switch (provider.start(order, gateway)) {
        case Start.Already(ProviderEvent event) -> endings.tell(duty, event);
        case Start.Send(Request request) ->
            caller
                .call(Call.START, order, gateway, request)
                .compose(event -> sold(duty, event))
                .recover(failure -> notSold(duty, failure));
      };
    } catch (RuntimeException ours) {
      LOG.error("{} cannot start {}", provider.name(), duty.payment().id(), ours);
      return endings.tell(duty, new Broken());
    }
  }

  private Future<Void> sold(Duty duty, ProviderEvent event) {
    return switch (event) {
      case Doubtful doubtful -> inDoubt(duty, doubtful);
      // A repeat was refused, and nothing was said of the first message, which may have arrived.
      case SaleDeclined declined when isInDoubt(duty) && declined.providersId().isEmpty() ->
          inDoubt(duty, new Doubtful("repeat refused: " + declined.code()));
      case SaleEvent _ -> endings.tell(duty, event);
      case PayoutEvent _, RefundEvent _ -> inDoubt(duty, new Doubtful("speaks of another thing"));
    };
  }

  /** The same message with the same key goes out again, as long as the payment is open. */
  private Future<Void> inDoubt(Duty duty, Doubtful doubtful) {
    LOG.warn("{}: {}", duty.payment().id(), doubtful.why());
    return parts
        .engine()
        .handle(News.of(duty.payment().id(), doubtful))
        .compose(_ -> endings.inDoubt(duty));
  }

  private Future<Void> notSold(Duty duty, Throwable failure) {
    var wasTried = failure instanceof Unsent nothing && nothing.roomIn() == null;
    if (wasTried && isInDoubt(duty)) return endings.inDoubt(duty);

    return wasTried && endings.isLastSend(duty)
        ? endings.tell(duty, new NotSent(((Unsent) failure).code()))
        : endings.unsent(duty, failure);
  }

  private Future<Void> cancel(Duty duty, Gateway gateway) {
    try {
      var order = order(duty);
      var request = provider.cancel(order, gateway);
      if (request.isEmpty()) return lastWord(duty);

      return caller
          .call(Call.CANCEL, order, gateway, request.get())
          .compose(
              event -> isClear(event) ? endings.tell(duty, event) : ended(duty),
              failure -> notCancelled(duty, failure));
    } catch (RuntimeException ours) {
      LOG.error("{} cannot cancel {}", provider.name(), duty.payment().id(), ours);
      return parts.outbox().exhausted(duty);
    }
  }

  /**
   * Where nothing can be cancelled, what was paid unheard until now is found by asking once more;
   * and again when nobody answered, for nobody will ask after that.
   */
  private Future<Void> lastWord(Duty duty) {
    return questions
        .ask(duty.payment())
        .compose(event -> {
          if (isClear(event)) return endings.tell(duty, event);
          return isUnheard(event) ? cancelAgain(duty) : endings.done(duty);
        });
  }

  private static boolean isUnheard(ProviderEvent event) {
    return event instanceof Doubtful doubtful && doubtful.unheard();
  }

  private Future<Void> notCancelled(Duty duty, Throwable failure) {
    var roomIn = failure instanceof Unsent nothing ? nothing.roomIn() : null;
    return roomIn == null ? ended(duty) : parts.outbox().back(duty, roomIn);
  }

  /** What could not be cancelled may be paid: whatever the provider knows must reach the book. */
  private Future<Void> ended(Duty duty) {
    return questions
        .ask(duty.payment())
        .compose(event -> isClear(event) ? endings.tell(duty, event) : cancelAgain(duty));
  }

  private Future<Void> cancelAgain(Duty duty) {
    if (!endings.isLastCancel(duty)) return endings.inDoubt(duty);

    LOG.error("{} could not be cancelled at {}", duty.payment().id(), provider.name());
    return parts.outbox().exhausted(duty);
  }

  /** Whether it says how the sale ended. */
  static boolean isClear(ProviderEvent event) {
    return event instanceof SaleApproved || event instanceof SaleDeclined;
  }

  private static boolean isInDoubt(Duty duty) {
    return duty.payment().state() instanceof Processing processing && processing.inDoubt();
  }

  private Order order(Duty duty) {
    return parts.order(duty.payment());
  }
}

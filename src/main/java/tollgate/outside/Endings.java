package tollgate.outside;

import io.vertx.core.Future;
import tollgate.engine.Duty;
import tollgate.engine.News;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundPending;

/** How a duty towards a provider ends, or is put off: the same for sales, payouts and refunds. */
final class Endings {

  private final ProviderVerticle.Parts parts;
  private final ProviderOptions.Retry retry;
  private final Backoff unsent;
  private final Backoff doubt;

  Endings(ProviderVerticle.Parts parts, ProviderOptions.Retry retry) {
    this.parts = parts;
    this.retry = retry;
    unsent = new Backoff(retry.sendBackoff(), 2, retry.backoffMax());
    doubt = new Backoff(retry.doubtBackoff(), 3, retry.backoffMax());
  }

  /** Fulfils the duty: it leaves the outbox in the commit that keeps the event. */
  Future<Void> tell(Duty duty, PaymentEvent event) {
    return parts.engine().handle(News.after(duty, event)).mapEmpty();
  }

  /** Nothing came of it. */
  Future<Void> done(Duty duty) {
    return parts.outbox().done(duty);
  }

  /** It may have arrived: the same message with the same key goes out again. */
  Future<Void> inDoubt(Duty duty) {
    return parts.outbox().later(duty, doubt.after(duty.attempt()));
  }

  /**
   * The same of a refund. By the id that the provider gave it can be asked for, which is kept: some
   * answer a repeat for ever as they answered the first message.
   */
  Future<Void> undecided(Duty duty, ProviderEvent event) {
    var isKnown = event instanceof RefundPending pending && !pending.providersId().isEmpty();
    if (!isKnown) return inDoubt(duty);

    return parts.engine().handle(News.of(duty.payment().id(), event)).compose(_ -> inDoubt(duty));
  }

  /** Nothing left us; what failed in another way stays ours until its lease ends. */
  Future<Void> unsent(Duty duty, Throwable failure) {
    if (!(failure instanceof Unsent nothing)) return Future.failedFuture(failure);
    if (nothing.roomIn() != null) return parts.outbox().back(duty, nothing.roomIn());

    return parts.outbox().later(duty, unsent.after(duty.attempt()));
  }

  boolean isLastSend(Duty duty) {
    return duty.attempt() >= retry.sendAttemptsMax();
  }

  boolean isLastCancel(Duty duty) {
    return duty.attempt() >= retry.cancelAttemptsMax();
  }
}

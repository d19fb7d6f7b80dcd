package tollgate.outside;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.engine.Handled.Decided;
import tollgate.engine.News;
import tollgate.outside.ProviderCaller.Message;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.Refund;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.OnceOnlyRefunds.First;
import tollgate.provider.Provider;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.tenant.Gateway;

/**
 * Refunds at a provider that would execute a repeat. That the message may go out is committed
 * before it does, and no earlier than there is a connection; whoever finds that commit only asks.
 * Where nobody can be asked, the duty stays in the outbox for a person to see.
 */
final class OnceOnlyDuties {

  private static final Logger LOG = LoggerFactory.getLogger(OnceOnlyDuties.class);

  /** A refund as it stands, what is told of it, and to whom. */
  record Case(Refund refund, Wanted wanted, OnceOnlyRefunds refunds, Gateway gateway) {

    Case given(String what) {
      return new Case(refund, wanted.with(what), refunds, gateway);
    }
  }

  private final Provider provider;
  private final ProviderVerticle.Parts parts;
  private final ProviderCaller caller;
  private final Endings endings;

  OnceOnlyDuties(
      Provider provider, ProviderVerticle.Parts parts, ProviderCaller caller, Endings endings) {
    this.provider = provider;
    this.parts = parts;
    this.caller = caller;
    this.endings = endings;
  }

  Future<Void> perform(Duty duty, Case of) {
    if (of.refund().isInDoubt()) return ask(duty, of);

    var request = of.refunds().first(of.wanted(), of.gateway());
    if (request.isEmpty()) return send(duty, of);

    var answer = new FirstAnswer(of);
    var first =
        new Message("prepare_refund", of.wanted().key(), request.get(), answer::read, false);
    return caller
        .call(first)
        .compose(
            event ->
                answer.given == null ? unsent(duty, event) : send(duty, of.given(answer.given)),
            failure -> endings.unsent(duty, failure));
  }

  /** What the first call gave, beside the event by which it is counted. */
  private static final class FirstAnswer {

    private final Case of;
    private @Nullable String given;

    FirstAnswer(Case of) {
      this.of = of;
    }

    ProviderEvent read(Reply reply) {
      return switch (of.refunds().readFirst(of.wanted(), of.gateway(), reply)) {
        case First.Says(ProviderEvent event) -> event;
        case First.Gives(String what) -> {
          given = what;
          yield new RefundPending(of.wanted().operation());
        }
      };
    }
  }

  private Future<Void> unsent(Duty duty, ProviderEvent event) {
    if (event instanceof RefundDeclined) return endings.tell(duty, event);

    LOG.warn("{}: refund not sent yet: {}", duty.operation(), event);
    return endings.inDoubt(duty);
  }

  private Future<Void> send(Duty duty, Case of) {
    var message =
        new Message(
            "refund",
            of.wanted().key(),
            of.refunds().send(of.wanted(), of.gateway()),
            reply -> of.refunds().read(of.wanted(), of.gateway(), reply),
            true);
    return caller
        .call(message.once(() -> dispatched(duty)))
        .compose(event -> said(duty, event), failure -> endings.unsent(duty, failure));
  }

  /** Fails when that could not be kept, or when somebody else has sent it, or it is decided. */
  private Future<Void> dispatched(Duty duty) {
    var event = new RefundDispatched(duty.operation().operation());
    return parts
        .engine()
        .handle(News.of(duty.payment().id(), event))
        .compose(handled -> {
          var isOurs = handled instanceof Decided(Step _);
          return isOurs
              ? Future.succeededFuture()
              : Future.failedFuture(new IllegalStateException("not ours to send"));
        });
  }

  private Future<Void> ask(Duty duty, Case of) {
    var request = of.refunds().ask(of.wanted(), of.gateway());
    if (request.isEmpty()) {
      LOG.error(
          "{}: {} cannot be asked whether it gave it back", duty.operation(), provider.name());
      return parts.outbox().exhausted(duty);
    }
    var question =
        new Message(
            "ask_refund",
            of.wanted().key(),
            request.get(),
            reply -> of.refunds().readAsked(of.wanted(), of.gateway(), reply),
            false);
    return caller
        .call(question)
        .compose(event -> said(duty, event), failure -> endings.unsent(duty, failure));
  }

  private Future<Void> said(Duty duty, ProviderEvent event) {
    var decided = event instanceof RefundApproved || event instanceof RefundDeclined;
    if (decided) return endings.tell(duty, event);

    LOG.warn("{}: refund in doubt: {}", duty.operation(), event);
    return endings.undecided(duty, event);
  }
}

package tollgate.payment;

import static tollgate.payment.Code.PROVIDER_DECLINE;
import static tollgate.payment.Code.STATUS_DOES_NOT_ALLOW;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Refusal.CONTRADICTION;

import java.time.Instant;
import java.util.List;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Cause;
import tollgate.ledger.Posting.Kind;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundEvent;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.RefundRuled;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;

/**
 * What becomes of a refund by what is heard of it. The provider's word ends it; a person's does
 * where the message went out once and nobody can be asked what became of it.
 */
record RefundNews(Refunding rules, Refund refund) {

  Decision hear(RefundEvent event, Instant at) {
    return switch (event) {
      case RefundApproved e -> refund.isInFlight() ? done(e.providersId(), at) : known(true);
      case RefundDeclined e -> refund.isInFlight() ? lost(e.code(), at) : known(false);
      case RefundRuled e -> ruled(e, at);
      case RefundPending e when refund.isInFlight() && refund.isNews(e.providersId()) ->
          rules.kept(refund.to(refund.state(), e.providersId(), at));
      case RefundDispatched _ when refund.isInFlight() && !refund.isInDoubt() ->
          rules.kept(refund.to(new Processing(true), "", at));
      case RefundPending _, RefundDispatched _ -> new Ignored(rules.sale());
    };
  }

  /** Only what is in doubt, and as it was when the person looked. */
  private Decision ruled(RefundRuled e, Instant at) {
    if (refund.isInDoubt() && e.hasSeen(refund)) {
      return e.done() ? done(e.providersId(), at) : lost(PROVIDER_DECLINE, at);
    }
    return !refund.isInFlight() && e.done() == refund.isDone()
        ? new Ignored(rules.sale())
        : rules.sale().deny(STATUS_DOES_NOT_ALLOW);
  }

  private Decision known(boolean saidDone) {
    return saidDone == refund.isDone()
        ? new Ignored(rules.sale())
        : new Refused(rules.sale(), CONTRADICTION);
  }

  private Step done(String providersId, Instant at) {
    var done = refund.to(new Succeeded(), providersId, at);
    return rules.step(done, settled(done), NOTIFY_FINAL);
  }

  private Step lost(Code code, Instant at) {
    var lost = refund.to(new Declined(code), "", at);
    var back = Refunding.posting(lost, Kind.RELEASE, rules.reserved(lost), rules.holder());
    return rules.step(lost, back, NOTIFY_FINAL);
  }

  private List<Posting> settled(Refund done) {
    var booking = new Booking(rules.sale());
    var clearing = booking.clearing(done.charged());
    var reserved = rules.reserved(done);
    if (done.charged().currency().equals(done.amount().currency())) {
      return List.of(Refunding.posting(done, Kind.SETTLE, reserved, clearing));
    }
    var cause = new Cause(done.operation(), Kind.CONVERT);
    var charged = done.charged();
    return List.of(
        Refunding.posting(done, Kind.SETTLE, reserved, booking.exchange(done.amount())),
        new Posting(cause, booking.exchange(charged), clearing, charged));
  }
}

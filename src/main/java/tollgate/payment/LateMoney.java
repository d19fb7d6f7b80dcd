package tollgate.payment;

import static tollgate.payment.Code.STATUS_DOES_NOT_ALLOW;
import static tollgate.payment.Effect.NOTIFY_LATE;
import static tollgate.payment.Effect.REFUND_LATE;

import java.time.Instant;
import java.util.List;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentState.PaidLate;

/**
 * The rules of money that the provider took after the sale was closed without success. That word is
 * final, and the money is real all the same: it is booked to suspense first, always, so that one
 * sum shows what is nobody's yet; then the policy that was frozen with the sale decides.
 */
record LateMoney(Sale sale) {

  Proposal taken(Code code, Money paid, Instant at) {
    var late = sale.to(new PaidLate(code, paid), at);
    var booking = new Booking(sale);
    var posting =
        booking.posting(Kind.LATE_SUCCESS, booking.clearing(paid), booking.suspense(paid), paid);
    var held = List.of(posting);
    return switch (sale.terms().deal().late()) {
      case HOLD -> new Step(late, held, List.of());
      case REFUND -> new Step(late, held, List.of(REFUND_LATE));
      // Of another amount nobody knows what it was for: that a person must say.
      case CREDIT ->
          isAsAgreed(paid) ? credited(code, paid, held, at) : new Step(late, held, List.of());
    };
  }

  /** Once, and never what is going back already. */
  Decision credit(PaidLate now, Instant at) {
    if (now.credited()) return sale.ignore();

    var isGoingBack = sale.refunds().stream().anyMatch(r -> r.isDone() || r.isInFlight());
    return isGoingBack || !isAsAgreed(now.paid())
        ? sale.deny(STATUS_DOES_NOT_ALLOW)
        : credited(now.code(), now.paid(), List.of(), at);
  }

  private Proposal credited(Code code, Money paid, List<Posting> before, Instant at) {
    var isSilent = sale.terms().details().webhooks().finalOff();
    var told = isSilent ? List.<Effect>of() : List.of(NOTIFY_LATE);
    var step = new Step(sale.to(new PaidLate(code, paid, true), at), before, told);
    var booking = new Booking(sale);
    return booking.paid(step, booking.suspense(paid), Kind.LATE_CREDIT);
  }

  private boolean isAsAgreed(Money paid) {
    return paid.equals(sale.terms().charged());
  }
}

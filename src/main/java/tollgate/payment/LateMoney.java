package tollgate.payment;

import static tollgate.payment.Code.STATUS_DOES_NOT_ALLOW;
import static tollgate.payment.Effect.NOTIFY_LATE;
import static tollgate.payment.Effect.REFUND_LATE;

import java.time.Instant;
import java.util.List;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Cause;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentState.PaidLate;

/**
 * The rules of money that the provider took after the sale was closed without success. That word is
 * final, and the money is real all the same: it is booked to suspense first, always, so that one
 * sum shows what is nobody's yet; then the policy that was frozen with the sale decides.
 */
record LateMoney(Sale sale) {

  Step taken(Code code, Money paid, Instant at) {
    var late = sale.to(new PaidLate(code, paid), at);
    var held = List.of(sale.posting(Kind.LATE_SUCCESS, suspense(paid), paid));
    return switch (sale.terms().deal().late()) {
      case HOLD -> new Step(late, held, List.of());
      case REFUND -> new Step(late, held, List.of(REFUND_LATE));
      // Of another amount nobody knows what it was for: that a person must say.
      case CREDIT -> isAsAgreed(paid) ? credited(late, held, at) : new Step(late, held, List.of());
    };
  }

  /** Once, and never what is going back already. */
  Decision credit(PaidLate now, Instant at) {
    if (now.credited()) return sale.ignore();

    var isGoingBack = sale.refunds().stream().anyMatch(r -> r.isDone() || r.isInFlight());
    return isGoingBack || !isAsAgreed(now.paid())
        ? sale.deny(STATUS_DOES_NOT_ALLOW)
        : credited(sale, List.of(), at);
  }

  private static Step credited(Sale sale, List<Posting> before, Instant at) {
    if (!(sale.state() instanceof PaidLate(Code code, Money paid, boolean _))) {
      throw new IllegalStateException("not paid late: " + sale);
    }
    var cause = new Cause(sale.id().operation(), Kind.LATE_CREDIT);
    var suspense = new LateMoney(sale).suspense(paid);
    var credit = new Posting(cause, suspense, sale.beneficiary(), paid);
    var silent = sale.terms().details().webhooks().finalOff();
    return new Step(
        sale.to(new PaidLate(code, paid, true), at),
        before.isEmpty() ? List.of(credit) : List.of(before.getFirst(), credit),
        silent ? List.of() : List.of(NOTIFY_LATE));
  }

  private boolean isAsAgreed(Money paid) {
    return paid.equals(sale.terms().amount());
  }

  private Account suspense(Money paid) {
    return new Account.Suspense(sale.id().project(), paid.currency());
  }
}

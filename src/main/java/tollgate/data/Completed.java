package tollgate.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tollgate.gate.Wording;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.Refund;

/**
 * An operation that has ended, with the payment it belongs to as that is now.
 *
 * @param refund absent when it is the payment's first operation, the sale or the payout
 * @param at when it ended; unlike the payment's own time it never changes again
 * @param charge absent where it was not asked for, or no money moved
 */
public record Completed(
    Payment payment, @Nullable Refund refund, Instant at, @Nullable Charge charge) {

  /**
   * What the book says of an operation that succeeded.
   *
   * @param fee what we charged for it
   * @param net what it brought the company or its customer, or took from them, fee and all
   */
  public record Charge(Money fee, long net) {}

  public OperationType type() {
    return refund == null ? OperationType.of(payment) : OperationType.of(refund.kind());
  }

  /** Our number of it, and whose it is. */
  public Payment.Id id() {
    return refund == null
        ? payment.id()
        : new Payment.Id(payment.id().project(), refund.operation());
  }

  public PaymentState state() {
    return refund == null ? payment.state() : refund.state();
  }

  /** In the words of the Gate. */
  public String status() {
    return Wording.of(state()).status();
  }

  public Money amount() {
    return refund == null ? payment.terms().amount() : refund.amount();
  }

  public boolean isSuccess() {
    return state() instanceof PaymentState.Succeeded;
  }

  /** What went through the provider, in the currency in which it charges. */
  Money channel() {
    return refund == null ? payment.askedFor() : refund.charged();
  }

  Instant openedAt() {
    return refund == null ? payment.openedAt() : refund.openedAt();
  }

  String providersId() {
    return refund == null ? payment.providersId() : refund.providersId();
  }

  String requestId() {
    return refund == null ? payment.terms().requestId() : refund.wish().requestId();
  }

  public Completed with(@Nullable Charge known) {
    return new Completed(payment, refund, at, known);
  }
}

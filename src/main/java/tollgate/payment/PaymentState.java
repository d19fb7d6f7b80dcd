package tollgate.payment;

import tollgate.money.Money;

/**
 * The states of operations. Each carries what is true in that state and nothing else. A sale knows
 * all of them, a payout and a refund those that are theirs.
 */
public sealed interface PaymentState {

  /** Not decided: the provider may still say yes or no, and the limit time runs. */
  sealed interface Open extends PaymentState {}

  /** Decided; it never becomes open again. */
  sealed interface Closed extends PaymentState {}

  /** What a payout can be in: nobody is sent anywhere, and nothing comes late. */
  sealed interface OfPayout extends PaymentState {}

  /** What a refund can be in. */
  sealed interface OfRefund extends PaymentState {}

  /** What a payment link can be in, before it is a sale. */
  sealed interface OfLink extends PaymentState {}

  /** The customer has the link or will get it. {@code mailed}: a mail server took it from us. */
  record Offered(boolean mailed) implements Open, OfLink {}

  /**
   * Taken, and the provider was not asked yet or has not answered. {@code inDoubt}: something was
   * sent and no readable answer came, so the provider may know the payment.
   */
  record Processing(boolean inDoubt) implements Open, OfPayout, OfRefund {}

  /** The customer must go to the provider, or is there. */
  record AwaitingCustomer(RedirectData redirect) implements Open {}

  /** The provider has it and has not decided; a customer who was there has come back. */
  record WithProvider() implements Open, OfPayout {}

  /** Paid, and credited in the commit that made it so. */
  record Succeeded() implements Closed, OfPayout, OfRefund {}

  /** No money moved. */
  record Declined(Code code) implements Closed, OfPayout, OfRefund, OfLink {}

  /** It could not become a payment: we failed before the provider was asked. */
  record Failed(Code code) implements Closed, OfPayout {}

  /**
   * Closed without success, and then the provider took the money after all. It stays closed as it
   * was, for that is what the merchant was told. The money is in suspense until it is credited, or
   * goes back by a refund.
   */
  record PaidLate(Code code, Money paid, boolean credited) implements Closed {

    /** The money is in suspense. */
    public PaidLate(Code code, Money paid) {
      this(code, paid, false);
    }
  }
}

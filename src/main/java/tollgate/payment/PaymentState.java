package tollgate.payment;

import tollgate.money.Money;

/** The states of a sale. Each carries what is true in that state and nothing else. */
public sealed interface PaymentState {

  /** Not decided: the provider may still say yes or no, and the limit time runs. */
  sealed interface Open extends PaymentState {}

  /** Decided; it never becomes open again. */
  sealed interface Closed extends PaymentState {}

  /**
   * Taken, and the provider was not asked yet or has not answered. {@code inDoubt}: something was
   * sent and no readable answer came, so the provider may know the payment.
   */
  record Processing(boolean inDoubt) implements Open {}

  /** The customer must go to the provider, or is there. */
  record AwaitingCustomer(RedirectData redirect) implements Open {}

  /** The customer came back and the provider has not decided. */
  record WithProvider() implements Open {}

  /** Paid, and credited in the commit that made it so. */
  record Succeeded() implements Closed {}

  /** No money moved. */
  record Declined(Code code) implements Closed {}

  /** It could not become a payment: we failed before the provider was asked. */
  record Failed(Code code) implements Closed {}

  /**
   * Closed without success, and then the provider took the money after all. It stays closed as it
   * was; the money waits in suspense.
   */
  record PaidLate(Code code, Money paid) implements Closed {}
}

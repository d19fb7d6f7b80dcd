package tollgate.payment;

import tollgate.money.Money;

/** A fact, in the past tense: a customer came back, a provider said, the clock showed. */
public sealed interface PaymentEvent {

  /** All that an adapter can say of a sale. Every provider on earth is reduced to these words. */
  sealed interface ProviderEvent extends PaymentEvent {}

  /** The provider knows the payment; the customer must go there. */
  record CustomerRedirected(RedirectData to, String providersId) implements ProviderEvent {}

  /** The provider took this much. {@code providersId} is its own id of the payment. */
  record SaleApproved(Money paid, String providersId) implements ProviderEvent {}

  record SaleDeclined(Code code, String providersId) implements ProviderEvent {}

  /** The provider knows the payment and has not decided. */
  record SalePending(String providersId) implements ProviderEvent {}

  /** A timeout, a 5xx, a body we cannot read: the money may or may not move. */
  record Doubtful(String why) implements ProviderEvent {}

  /** The provider was not reached, nothing was sent, and we gave up trying. */
  record NotSent(Code code) implements PaymentEvent {}

  /** We failed ourselves before anything could be sent. */
  record Broken() implements PaymentEvent {}

  /** The customer's browser came back from the provider. */
  record CustomerReturned() implements PaymentEvent {}

  /**
   * The usual time has passed without a word: the provider must be asked. {@code asks} is how often
   * it had been by then, so of two who saw that time pass only one asks.
   */
  record AskDue(int asks) implements PaymentEvent {}

  /** The limit time has passed, by the database's clock. */
  record TimeLimitReached() implements PaymentEvent {}
}

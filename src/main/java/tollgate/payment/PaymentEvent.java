package tollgate.payment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;

/** A fact, in the past tense: a customer came back, a provider said, the clock showed. */
public sealed interface PaymentEvent {

  /** All that an adapter can say. Every provider on earth is reduced to these words. */
  sealed interface ProviderEvent extends PaymentEvent {}

  /** What is said of a sale. */
  sealed interface SaleEvent extends ProviderEvent {}

  /** What is said of a payout. */
  sealed interface PayoutEvent extends ProviderEvent {}

  /** What happens to a refund; {@code refund} is our number of its operation. */
  sealed interface RefundEvent extends PaymentEvent {
    long refund();
  }

  /** What is said of a refund. */
  sealed interface RefundSaid extends RefundEvent, ProviderEvent {}

  /** The provider knows the payment; the customer must go there. */
  record CustomerRedirected(RedirectData to, String providersId) implements SaleEvent {}

  /**
   * The provider took this much. {@code providersId} is its own id of the payment, {@code payer}
   * what it says of who paid.
   */
  record SaleApproved(Money paid, String providersId, Payer payer) implements SaleEvent {

    /** Of the payer nothing is told. */
    public SaleApproved(Money paid, String providersId) {
      this(paid, providersId, Payer.NONE);
    }

    @Override
    public String toString() {
      var by = payer.equals(Payer.NONE) ? "" : ", payer=" + payer;
      return "SaleApproved[paid=" + paid + ", providersId=" + providersId + by + "]";
    }
  }

  record SaleDeclined(Code code, String providersId) implements SaleEvent {}

  /** The provider knows the payment and has not decided. */
  record SalePending(String providersId) implements SaleEvent {}

  /** The provider paid it out. */
  record PayoutApproved(String providersId) implements PayoutEvent {}

  /** The provider did not pay it out, and will not. */
  record PayoutDeclined(Code code, String providersId) implements PayoutEvent {}

  /** The provider knows the payout and has not decided. */
  record PayoutPending(String providersId) implements PayoutEvent {}

  /** The provider gave the money back. */
  record RefundApproved(long refund, String providersId) implements RefundSaid {}

  /** The provider did not give it back, and will not. */
  record RefundDeclined(long refund, Code code) implements RefundSaid {}

  /** The provider knows the refund and has not decided. */
  record RefundPending(long refund, String providersId) implements RefundSaid {

    /** Where the provider has no id of its own for it, or has not told. */
    public RefundPending(long refund) {
      this(refund, "");
    }
  }

  /**
   * A message that the provider would execute twice is about to go out: from now on it may have
   * arrived, and it is never sent again.
   */
  record RefundDispatched(long refund) implements RefundEvent {}

  /**
   * A person has found out what became of a refund in doubt, of which no provider can be asked.
   *
   * @param done whether it was given back
   * @param providersId the provider's own id of it, empty when it has none
   * @param seen when what the person saw had last changed; absent: however it stands
   */
  record RefundRuled(long refund, boolean done, String providersId, @Nullable Instant seen)
      implements RefundEvent {

    /** A store keeps no more of a time than microseconds. */
    boolean hasSeen(Refund now) {
      return seen == null
          || seen.truncatedTo(ChronoUnit.MICROS)
              .equals(now.changedAt().truncatedTo(ChronoUnit.MICROS));
    }
  }

  /**
   * A timeout, a 5xx, a body we cannot read: the money may or may not move.
   *
   * @param unheard nobody answered, so the same question may tell more the next time
   */
  record Doubtful(String why, boolean unheard) implements ProviderEvent {

    /** An answer that decides nothing. */
    public Doubtful(String why) {
      this(why, false);
    }

    public static Doubtful unheard(String why) {
      return new Doubtful(why, true);
    }

    @Override
    public String toString() {
      return "Doubtful[why=" + why + (unheard ? ", unheard]" : "]");
    }
  }

  /** The merchant wants money of a sale to go back. */
  record RefundRequested(Refund.Request request) implements PaymentEvent {}

  /** What we decided, by the project's policy or through a person, about money that came late. */
  sealed interface LateEvent extends PaymentEvent {}

  /** It is to be credited as if it had come in time. */
  record LateCreditRequested() implements LateEvent {}

  /** All of it is to go back to the payer. */
  record LateRefundRequested(Refund.Request request) implements LateEvent {}

  /** What is said of a payment link; a payment that is none, or none any more, hears it too. */
  sealed interface LinkEvent extends PaymentEvent {}

  /** The customer has chosen a method and wants to pay. */
  record LinkConfirmed(Link.Choice choice) implements LinkEvent {}

  /** The merchant takes the link back. */
  record LinkCancelled() implements LinkEvent {}

  /** The mail server has taken the message with the link. */
  record LinkMailed() implements LinkEvent {}

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

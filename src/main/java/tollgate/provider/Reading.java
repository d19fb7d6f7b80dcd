package tollgate.provider;

import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.ProviderEvent;

/** What a callback turned out to be. Nothing unverified has an event. */
public sealed interface Reading {

  /** Not signed by the provider; {@code why} is for our log, never for the sender. */
  record Forged(String why) implements Reading {}

  /** Genuine or not, it is no message of the protocol. */
  record Malformed(String why) implements Reading {}

  record Genuine(Payment.Id payment, ProviderEvent event) implements Reading {}

  /**
   * Somebody says that something happened to the payment, and proves too little to be believed: the
   * provider is asked, and its answer counts.
   *
   * @param transfer the provider's own id of what it speaks of, by which it is asked; empty where
   *     it names none, or can be paid but once by our own name of it
   */
  record Doorbell(Payment.Id payment, String transfer) implements Reading {

    /** Of no transfer that could be another one. */
    public Doorbell(Payment.Id payment) {
      this(payment, "");
    }
  }

  /**
   * The provider asks, before it takes the money, whether this much may be paid. Nothing is kept of
   * it, for anybody may ask.
   */
  record Inquiry(Payment.Id payment, Money amount) implements Reading {}

  /** A trial from the provider's cabinet, or news that are not about money. */
  record Nothing(String why) implements Reading {}
}

package tollgate.provider;

import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.ProviderEvent;

/** What a callback turned out to be. Nothing unverified has an event. */
public sealed interface Reading {

  /** Not signed by the provider; {@code why} is for our log, never for the sender. */
  record Forged(String why) implements Reading {}

  /** Genuine or not, it is no message of the protocol. */
  record Malformed(String why) implements Reading {}

  record Genuine(Payment.Id payment, ProviderEvent event) implements Reading {}
}

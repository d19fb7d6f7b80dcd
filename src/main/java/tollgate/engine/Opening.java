package tollgate.engine;

import tollgate.payment.Payment;

/** What became of a new payment. A failed future beside it means: not kept, as far as we know. */
public sealed interface Opening {

  record Accepted(Payment payment) implements Opening {}

  /** The project has used this payment id before. */
  record PaymentIdUsed() implements Opening {}
}

package tollgate.engine;

import tollgate.payment.Payment;
import tollgate.payment.Refusal;

/** What a payment refused, kept with what was said, for money may have moved. */
public record Contradiction(Payment.Id payment, Refusal refusal, String said) {}

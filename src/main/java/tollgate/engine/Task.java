package tollgate.engine;

import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** An effect and the operation of the payment whose effect it is. */
public record Task(Payment.Id operation, Effect effect) {}

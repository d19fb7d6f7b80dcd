package tollgate.engine;

import tollgate.gate.Webhook;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** Writes what a merchant is told. Pure: the same payment gives the same bytes. */
@FunctionalInterface
public interface Notices {

  Webhook write(Payment payment, Payment.Id operation, Effect effect);
}

package tollgate.engine;

import java.time.Duration;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * An effect and the operation of the payment whose effect it is.
 *
 * @param after zero when this node does it straight after the commit; otherwise it is nobody's for
 *     so long, and then whoever finds it in the outbox takes it
 */
public record Task(Payment.Id operation, Effect effect, Duration after) {

  /** Whether its row is born leased to this node. */
  public boolean isOurs() {
    return after.isZero();
  }
}

package tollgate.engine;

import java.time.Duration;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** Who does in the world what was decided. Must neither block nor throw. */
@FunctionalInterface
public interface Performer {

  /** Called straight after the commit, and for what was claimed from the outbox. */
  void perform(Duty duty);

  /**
   * How long what this payment is about to ask for should lie in the outbox; zero when there is
   * room for it now. So a crowd is not first taken into memory and then sent back to the database.
   */
  default Duration busy(Payment payment, Effect effect) {
    return Duration.ZERO;
  }
}

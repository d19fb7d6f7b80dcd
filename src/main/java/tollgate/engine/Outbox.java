package tollgate.engine;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** Work still to do in the world. A row leaves when its work is done, and not before. */
public interface Outbox {

  /**
   * Duties that are due on this node, hidden from everybody else until the lease ends. A notice
   * whose payment has gone past it is dropped, not handed out.
   */
  Future<List<Duty>> claim(int rowsMax);

  /** It is done; a row that another node has leased since stays. */
  Future<Void> done(Duty duty);

  /** Tried, and not done: handed out again after this delay, as the next attempt. */
  Future<Void> later(Duty duty, Duration delay);

  /** Not even tried: handed out again after this delay, as the same attempt. */
  Future<Void> back(Duty duty, Duration delay);

  /** Nobody must try again by himself, but the row stays for a person to see. */
  Future<Void> exhausted(Duty duty);

  /**
   * The latest attempt at this duty, or 0 when it is not there: with it a person's decision takes
   * the duty out that it makes needless.
   */
  Future<Integer> attempt(Payment.Id operation, Effect effect);
}

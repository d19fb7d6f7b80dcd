package tollgate.engine;

import java.time.Duration;
import tollgate.payment.Payment;

/** Who counts what the engine does. Called on event loops: must neither block nor throw. */
public interface Watcher {

  /** A change was committed; a new payment has no {@code before}. */
  void committed(Change change);

  /** An event was refused, and kept as a contradiction. */
  void refused(Contradiction contradiction);

  /** A callback told what was known; this is the payment that it spoke of. */
  default void toldAgain(Payment payment) {}

  /** A batch of so many payments took this long from its start to its commit. */
  void batch(int payments, Duration took);

  /** An event lost a race and is asked again. */
  void raced();

  /** For tests, and where nobody counts. */
  Watcher NONE =
      new Watcher() {
        @Override
        public void committed(Change change) {}

        @Override
        public void refused(Contradiction contradiction) {}

        @Override
        public void batch(int payments, Duration took) {}

        @Override
        public void raced() {}
      };
}

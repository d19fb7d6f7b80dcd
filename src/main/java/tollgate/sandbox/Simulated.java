package tollgate.sandbox;

import io.vertx.ext.web.Router;
import java.util.Optional;

/** What every simulated provider offers, beside its own protocol. */
public interface Simulated {

  /** Adds the provider's own routes. */
  void mount(Router router);

  /** The latest transaction by the provider's id or the merchant's reference. */
  Optional<? extends Kept> find(String id);

  /** Plays the customer; empty if there is no such transaction. */
  Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action);

  Memory<? extends Kept> memory();

  Totals totals();
}

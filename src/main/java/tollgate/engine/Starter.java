package tollgate.engine;

import java.util.Optional;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.Sale;

/**
 * Begins a new sale where no message is needed for it: many providers want only that the customer
 * comes with what we have signed. Such a sale begins in the commit that adds it, which saves a
 * commit and a duty of each. Must be quick, and never throws.
 */
@FunctionalInterface
public interface Starter {

  /** Leaves every sale to the duty that calls its provider. */
  Starter NONE = _ -> Optional.empty();

  /** What there is to tell of the sale at once; empty when a duty must begin it. */
  Optional<ProviderEvent> start(Sale sale);
}

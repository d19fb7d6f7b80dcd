package tollgate.engine;

import io.vertx.core.Future;
import java.util.Optional;
import tollgate.payment.Payment;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.tenant.Gateway;

/**
 * Where what comes in from the providers' side is handed over: their callbacks, and the customers
 * whom they send back. Kept as an interface so that the room that speaks HTTP and the room that
 * owns the providers need not know each other.
 */
public interface ProviderDesk {

  /** What the provider must hear, in its own bytes. Never fails: what cannot be kept is told so. */
  Future<Answer> callback(Gateway gateway, Callback callback);

  /**
   * The customer's browser came back. The provider is asked, and after its word or a short wait the
   * payment is given as it is then; empty when there is no such payment or the token is wrong.
   */
  Future<Optional<Payment>> returned(Payment.Id payment, String token);
}

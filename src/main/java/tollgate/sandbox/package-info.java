/**
 * The sandbox room: simulated providers that speak their public protocols, with pages on which a
 * person plays the customer, and faults on request.
 *
 * <p>It knows a provider by its protocol document alone and imports nothing of our other rooms:
 * were it to share code with our adapters, both would share one mistake.
 *
 * <p>Begin reading at {@link tollgate.sandbox.Sandbox}, then {@code midtrans.Gopay} and {@code
 * touchngo.Touchngo}, the two providers.
 */
@NullMarked
package tollgate.sandbox;

import org.jspecify.annotations.NullMarked;

/**
 * What we hear over HTTP: merchants, providers' callbacks, customers who come back.
 *
 * <p>Knows the engine and the pure rooms, and turns every refusal into the words of who asked.
 * Begin with {@link tollgate.web.HttpVerticle}, then {@code GateDoor}, through which every signed
 * request comes in.
 */
@NullMarked
package tollgate.web;

import org.jspecify.annotations.NullMarked;

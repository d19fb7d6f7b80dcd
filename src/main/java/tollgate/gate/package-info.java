/**
 * The public words of the Gate API, pure: what a status answer and a webhook say of a payment.
 * Knows payments, tenants, JSON and signing. Begin with {@link tollgate.gate.Webhook}.
 */
@NullMarked
package tollgate.gate;

import org.jspecify.annotations.NullMarked;

/**
 * Robokassa as it looks from outside: the payment page, ResultURL, OpStateExt and the refund
 * service; the source of every fact is the protocol page on it.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.robokassa.Invoices}: the life of one payment.
 */
@NullMarked
package tollgate.sandbox.robokassa;

import org.jspecify.annotations.NullMarked;

/**
 * PayMaster's REST API v2 as it looks from outside: invoices, the pay page, callbacks, status,
 * cancel, confirm and refunds; the source of every fact is the protocol page on PayMaster, part 2.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.paymaster2.Invoices}: the life of one payment.
 */
@NullMarked
package tollgate.sandbox.paymaster2;

import org.jspecify.annotations.NullMarked;

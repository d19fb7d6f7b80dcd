/**
 * PayMaster's older protocol as it looks from outside: the LMI form, the pay page, the invoice
 * confirmation, the signed notification and the REST calls; the source of every fact is the
 * protocol page on PayMaster, part 1.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.paymaster.Bills}: the life of one payment.
 */
@NullMarked
package tollgate.sandbox.paymaster;

import org.jspecify.annotations.NullMarked;

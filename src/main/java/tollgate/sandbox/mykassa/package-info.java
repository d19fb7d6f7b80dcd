/**
 * MyKassa and FreeKassa as they look from outside: the payment page, the notification and
 * FreeKassa's orders; the source of every fact is the protocol page on them.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.mykassa.Orders}: the life of one payment.
 */
@NullMarked
package tollgate.sandbox.mykassa;

import org.jspecify.annotations.NullMarked;

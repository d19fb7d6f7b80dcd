/**
 * YooKassa's API as it looks from outside: payments, refunds, the page and the notifications; the
 * source of every fact is part B of YooMoney's protocol page, whose sections the comments name.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.yookassa.Yookassa}: the life of one payment.
 */
@NullMarked
package tollgate.sandbox.yookassa;

import org.jspecify.annotations.NullMarked;

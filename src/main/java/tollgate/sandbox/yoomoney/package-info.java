/**
 * YooMoney's wallet as it looks from outside: the quickpay form, the notifications and the history;
 * the source of every fact is part A of the protocol page on that provider, whose sections the
 * comments name.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.yoomoney.Yoomoney}: the life of one payment.
 */
@NullMarked
package tollgate.sandbox.yoomoney;

import org.jspecify.annotations.NullMarked;

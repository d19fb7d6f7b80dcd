/**
 * QIWI's bills as they look from outside: the API, the payment form and the notifications; the
 * source of every fact is the protocol page on that provider, whose sections the comments name.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.qiwi.Qiwi}: the life of one bill.
 */
@NullMarked
package tollgate.sandbox.qiwi;

import org.jspecify.annotations.NullMarked;

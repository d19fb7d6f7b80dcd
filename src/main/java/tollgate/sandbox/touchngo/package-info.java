/**
 * The provider of Touch'n Go as it looks from outside: the redirect form, the pay page, callbacks,
 * status, cancel and payouts; the source of every fact is the protocol page on that provider.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.touchngo.Touchngo}: the life of one payment; then
 * {@link tollgate.sandbox.touchngo.Payouts}.
 */
@NullMarked
package tollgate.sandbox.touchngo;

import org.jspecify.annotations.NullMarked;

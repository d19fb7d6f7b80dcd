/**
 * The provider of Touch'n Go as it looks from outside: the redirect form, the pay page, callbacks,
 * status and cancel; the source of every fact is the protocol page on that provider.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.touchngo.Touchngo}: the life of one transaction.
 */
@NullMarked
package tollgate.sandbox.touchngo;

import org.jspecify.annotations.NullMarked;

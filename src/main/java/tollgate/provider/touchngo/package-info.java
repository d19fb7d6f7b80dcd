/**
 * Touch'n Go: one purchase by a Malaysian wallet, through a form that the customer's browser posts,
 * and payouts to one.
 *
 * <p>Pure: it knows payments and tenants, and no other adapter. Begin reading at {@link
 * tollgate.provider.touchngo.TouchnGo}; the protocol is
 * src/site/markdown/protocols/touchngo-provider.md, whose sections the comments here name.
 */
@NullMarked
package tollgate.provider.touchngo;

import org.jspecify.annotations.NullMarked;

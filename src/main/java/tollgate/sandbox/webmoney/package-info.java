/**
 * The simulated WebMoney: its payment page with Keeper and with Keeper Mobile, a view of the
 * customer's phone, and the interfaces X18 and X14.
 *
 * <p>Written from the protocol document alone; it knows the sandbox's own tools and nothing of the
 * gateway. Begin reading at {@link tollgate.sandbox.webmoney.WebmoneySandbox}; § is a section of
 * the document.
 */
@NullMarked
package tollgate.sandbox.webmoney;

import org.jspecify.annotations.NullMarked;

/**
 * Robokassa: purchases in roubles on its payment page, to which the customer's browser posts a
 * signed form, the result by its ResultURL, and refunds.
 *
 * <p>Pure: it knows payments and tenants, and no other adapter. Begin reading at {@link
 * tollgate.provider.robokassa.Robokassa}; the comments here name the sections of
 * src/site/markdown/protocols/robokassa.md.
 */
@NullMarked
package tollgate.provider.robokassa;

import org.jspecify.annotations.NullMarked;

/**
 * WebMoney: one payment through the Web Merchant Interface, by a purse or by a phone (Keeper
 * Mobile, Telepat).
 *
 * <p>Pure: it knows payments and tenants, and no other adapter. Begin reading at {@link
 * tollgate.provider.webmoney.WebMoney}; what a gateway must be told is on the page providers.md.
 */
@NullMarked
package tollgate.provider.webmoney;

import org.jspecify.annotations.NullMarked;

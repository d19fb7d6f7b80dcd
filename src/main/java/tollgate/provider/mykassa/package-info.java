/**
 * MyKassa and the FreeKassa family: a signed link to a payment page, and a notification of success.
 *
 * <p>Pure: it knows payments and tenants, and no other adapter. Begin reading at {@link
 * tollgate.provider.mykassa.MyKassa}; the comments here name the sections of
 * src/site/markdown/protocols/mykassa.md.
 */
@NullMarked
package tollgate.provider.mykassa;

import org.jspecify.annotations.NullMarked;

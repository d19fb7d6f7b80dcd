/**
 * YooMoney's wallet: a form that the browser posts, and notifications over HTTP.
 *
 * <p>Pure: it knows payments and tenants, and no other adapter. Begin reading at {@link
 * tollgate.provider.yoomoney.Yoomoney}; the sections that the comments name are those of
 * src/site/markdown/protocols/yoomoney.md.
 */
@NullMarked
package tollgate.provider.yoomoney;

import org.jspecify.annotations.NullMarked;

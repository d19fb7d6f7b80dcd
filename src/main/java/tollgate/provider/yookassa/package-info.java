/**
 * YooKassa (REST API v3), for a business shop: the customer pays on its page what we created.
 *
 * <p>Pure: it knows payments, tenants and JSON, and no other adapter. Begin reading at {@link
 * tollgate.provider.yookassa.Yookassa}; the sections that the comments name are those of
 * src/site/markdown/protocols/yoomoney.md, part B.
 */
@NullMarked
package tollgate.provider.yookassa;

import org.jspecify.annotations.NullMarked;

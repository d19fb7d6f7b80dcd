/**
 * QIWI's bills (P2P and Kassa, API v1): the customer pays on QIWI's form what we billed.
 *
 * <p>Pure: it knows payments, tenants and JSON, and no other adapter. Begin reading at {@link
 * tollgate.provider.qiwi.Qiwi}; the sections that the comments name are those of
 * src/site/markdown/protocols/qiwi.md.
 */
@NullMarked
package tollgate.provider.qiwi;

import org.jspecify.annotations.NullMarked;

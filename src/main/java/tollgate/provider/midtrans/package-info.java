/**
 * GoPay through Midtrans' Core API: one-time payments that top up a customer's wallet.
 *
 * <p>Pure: it knows payments, tenants and JSON, and no other adapter. Begin reading at {@link
 * tollgate.provider.midtrans.Midtrans}; the protocol and the source of each fact are in
 * src/site/markdown/protocols/midtrans-gopay.md, whose sections the comments here name.
 */
@NullMarked
package tollgate.provider.midtrans;

import org.jspecify.annotations.NullMarked;

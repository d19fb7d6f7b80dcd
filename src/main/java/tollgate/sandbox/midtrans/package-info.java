/**
 * Midtrans as it looks from outside, for GoPay: charge, status, cancel, expire, refund, the QR
 * image, the app's page and notifications; the source of every fact is the protocol page on GoPay.
 *
 * <p>It may know the shared parts of the sandbox and nothing else of ours.
 *
 * <p>Begin reading at {@link tollgate.sandbox.midtrans.Gopay}: the life of one transaction.
 */
@NullMarked
package tollgate.sandbox.midtrans;

import org.jspecify.annotations.NullMarked;

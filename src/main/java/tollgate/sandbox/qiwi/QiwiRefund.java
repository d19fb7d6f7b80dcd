package tollgate.sandbox.qiwi;

import java.time.Instant;

/**
 * Money that went back (§3).
 *
 * @param full whether nothing was left to refund after it
 */
record QiwiRefund(String refundId, QiwiSum sum, Instant at, boolean full) {}

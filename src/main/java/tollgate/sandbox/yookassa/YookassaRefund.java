package tollgate.sandbox.yookassa;

import java.time.Instant;

/** Money that went back (B.3); here it always does so at once. */
record YookassaRefund(String id, long minorUnits, Instant at) {}

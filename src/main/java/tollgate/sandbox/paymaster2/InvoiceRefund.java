package tollgate.sandbox.paymaster2;

import io.vertx.core.json.JsonObject;

/** Money of a payment that goes back. */
record InvoiceRefund(String id, String key, long minorUnits, RefundStatus status) {

  InvoiceRefund in(RefundStatus next) {
    return new InvoiceRefund(id, key, minorUnits, next);
  }

  /** For the oracle. */
  JsonObject told() {
    return new JsonObject()
        .put("id", id)
        .put("key", key)
        .put("amount_minor", minorUnits)
        .put("status", status.word());
  }
}

package tollgate.sandbox.paymaster;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;

/** Money of a payment that goes back; the merchant's id of it may repeat (1.6). */
record BillRefund(long id, String externalId, long minorUnits, Status status) {

  /** Status of a refund (1.6). */
  enum Status {
    PENDING,
    SUCCESS,
    FAILURE
  }

  BillRefund in(Status next) {
    return new BillRefund(id, externalId, minorUnits, next);
  }

  /** A number without fixed decimals. */
  static BigDecimal amount(long minorUnits) {
    var shortest = BigDecimal.valueOf(minorUnits, 2).stripTrailingZeros();
    return new BigDecimal(shortest.toPlainString());
  }

  JsonObject told(String paymentId) {
    return new JsonObject()
        .put("RefundID", id)
        .put("PaymentID", Long.parseLong(paymentId))
        .put("ExternalID", externalId)
        .put("Amount", amount(minorUnits))
        .put("Status", status.name());
  }
}

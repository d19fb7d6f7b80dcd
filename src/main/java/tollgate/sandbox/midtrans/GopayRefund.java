package tollgate.sandbox.midtrans;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refund that was approved; what was refused leaves no trace (8.12).
 *
 * @param amount in rupiah
 * @param chargebackId Midtrans' own id, beyond 2^53 (3.13)
 * @param confirmedAt when the bank confirmed it; empty until then
 */
record GopayRefund(
    String key,
    long amount,
    String reason,
    long chargebackId,
    Instant createdAt,
    @Nullable Instant confirmedAt) {

  String amountText() {
    return amount + ".00";
  }

  GopayRefund confirmed(Instant now) {
    return new GopayRefund(key, amount, reason, chargebackId, createdAt, now);
  }

  /** As an entry of {@code refunds} (8.12). */
  JsonObject entry() {
    var entry =
        new JsonObject()
            .put("refund_chargeback_id", chargebackId)
            .put("refund_amount", amountText())
            .put("created_at", WibTime.text(createdAt))
            .put("reason", reason)
            .put("refund_key", key)
            .put("refund_method", "online");
    return confirmedAt == null ? entry : entry.put("bank_confirmed_at", WibTime.text(confirmedAt));
  }

  /** For the oracle. */
  JsonObject told() {
    return new JsonObject()
        .put("key", key)
        .put("amount_minor", amount * 100)
        .put("reason", reason)
        .put("confirmed", confirmedAt != null);
  }
}

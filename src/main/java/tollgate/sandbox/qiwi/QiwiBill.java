package tollgate.sandbox.qiwi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Signing;

/** One bill at one moment; {@code id} is the {@code invoice_uid} of its payment form. */
record QiwiBill(long number, String id, Order order, Origin origin, State state) implements Kept {

  /** What the merchant asked for; {@code echoed} comes back in every message as it came. */
  record Order(String billId, QiwiSum sum, JsonObject echoed, Faults faults) {}

  record Origin(QiwiAccount account, AttemptLog attempts, Instant createdAt, Instant expiresAt) {}

  record State(QiwiStatus status, Instant since, List<QiwiRefund> refunds) {}

  @Override
  public String key() {
    return key(origin.account(), order.billId());
  }

  static String key(QiwiAccount account, String billId) {
    return account.siteId() + "/" + billId;
  }

  QiwiStatus status() {
    return state.status();
  }

  @Override
  public boolean isOpen() {
    return status() == QiwiStatus.WAITING;
  }

  /** What was paid and not given back. */
  long left() {
    if (status() != QiwiStatus.PAID) return 0;

    return order.sum().minorUnits()
        - state.refunds().stream().mapToLong(it -> it.sum().minorUnits()).sum();
  }

  Optional<QiwiRefund> refund(String refundId) {
    return state.refunds().stream().filter(it -> it.refundId().equals(refundId)).findFirst();
  }

  /** The next version; a final status never changes (§6). */
  QiwiBill ended(QiwiStatus status, Instant now) {
    return isOpen() ? in(status, now) : this;
  }

  QiwiBill in(QiwiStatus status, Instant now) {
    return new QiwiBill(number, id, order, origin, new State(status, now, state.refunds()));
  }

  QiwiBill refunded(QiwiRefund refund) {
    var all = new ArrayList<>(state.refunds());
    all.add(refund);
    return new QiwiBill(
        number, id, order, origin, new State(state.status(), state.since(), List.copyOf(all)));
  }

  @Override
  public AttemptLog attempts() {
    return origin.attempts();
  }

  @Override
  public Signing signing(Callback.Message sent) {
    var bill = Signing.json(sent).getJsonObject("bill", new JsonObject());
    if (bill.isEmpty()) return Signing.NONE;

    var amount = bill.getJsonObject("amount");
    var text =
        String.join(
            "|",
            amount.getString("currency"),
            new BigDecimal(amount.getValue("value").toString()).setScale(2).toPlainString(),
            bill.getString("billId"),
            bill.getString("siteId"),
            bill.getJsonObject("status").getString("value"));
    return new Signing("HMAC-SHA-256 by the secret key, in " + QiwiSignature.HEADER, text);
  }

  @Override
  public JsonObject told() {
    var refunds = new JsonArray();
    state
        .refunds()
        .forEach(refund ->
            refunds.add(
                new JsonObject()
                    .put("key", refund.refundId())
                    .put("amount_minor", refund.sum().minorUnits())));
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.billId())
        .put("merchant", origin.account().siteId())
        .put("status", status().name())
        .put("taken", status() == QiwiStatus.PAID)
        .put("amount_minor", order.sum().minorUnits())
        .put("currency", order.sum().currency())
        .put("refunds", refunds)
        .put("created_at", origin.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }
}

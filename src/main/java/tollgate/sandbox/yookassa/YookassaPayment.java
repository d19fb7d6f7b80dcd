package tollgate.sandbox.yookassa;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Signing;

/** One payment at one moment (B.2). */
record YookassaPayment(long number, String id, Order order, Origin origin, State state)
    implements Kept {

  enum Status {
    PENDING,
    WAITING_FOR_CAPTURE,
    SUCCEEDED,
    CANCELED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the shop asked for; {@code metadata} comes back as it came. */
  record Order(
      long minorUnits, boolean capture, String returnUrl, String description, JsonObject metadata) {

    String reference() {
      return metadata.getString("reference", "");
    }
  }

  record Origin(YookassaAccount account, Faults faults, AttemptLog attempts, Instant createdAt) {}

  /** Why it was cancelled is empty as long as it was not. */
  record State(Status status, Instant since, String reason, List<YookassaRefund> refunds) {}

  /** By the shop's reference: the latest payment stands for all that have it. */
  @Override
  public String key() {
    return origin.account().shopId() + "/" + order.reference();
  }

  Status status() {
    return state.status();
  }

  @Override
  public boolean isOpen() {
    return status() == Status.PENDING;
  }

  static String decimal(long minorUnits) {
    return BigDecimal.valueOf(minorUnits, 2).toPlainString();
  }

  long refunded() {
    return state.refunds().stream().mapToLong(YookassaRefund::minorUnits).sum();
  }

  YookassaPayment in(Status status, String reason, Instant now) {
    return new YookassaPayment(
        number, id, order, origin, new State(status, now, reason, state.refunds()));
  }

  YookassaPayment with(YookassaRefund refund) {
    var all = new ArrayList<>(state.refunds());
    all.add(refund);
    return new YookassaPayment(
        number,
        id,
        order,
        origin,
        new State(status(), state.since(), state.reason(), List.copyOf(all)));
  }

  @Override
  public AttemptLog attempts() {
    return origin.attempts();
  }

  @Override
  public Signing signing(Callback.Message sent) {
    return Signing.NONE;
  }

  @Override
  public JsonObject told() {
    var refunds = new JsonArray();
    for (var refund : state.refunds()) {
      refunds.add(
          new JsonObject().put("key", refund.id()).put("amount_minor", refund.minorUnits()));
    }
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.reference())
        .put("merchant", origin.account().shopId())
        .put("status", status().word())
        .put("taken", status() == Status.SUCCEEDED)
        .put("amount_minor", order.minorUnits())
        .put("currency", "RUB")
        .put("refunds", refunds)
        .put("created_at", origin.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }
}

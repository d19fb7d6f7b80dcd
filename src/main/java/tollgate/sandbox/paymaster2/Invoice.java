package tollgate.sandbox.paymaster2;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Signing;

/** One payment at one moment. */
record Invoice(long number, String id, Order order, Origin origin, State state) implements Kept {

  /** What the merchant asked for. */
  record Order(
      String orderNo,
      String description,
      JsonObject params,
      long minorUnits,
      boolean dualMode,
      boolean testMode,
      Faults faults) {}

  /** Where it came from, and where customer and news go. */
  record Origin(
      Paymaster2Account account, String returnUrl, String callbackUrl, AttemptLog attempts) {}

  record State(
      InvoiceStatus status, List<InvoiceRefund> refunds, Instant createdAt, Instant since) {

    State {
      refunds = List.copyOf(refunds);
    }
  }

  /** Order numbers may repeat at PayMaster, so a payment is known by its own id alone. */
  @Override
  public String key() {
    return origin.account().merchantId() + "/" + order.orderNo();
  }

  InvoiceStatus status() {
    return state.status();
  }

  @Override
  public boolean isOpen() {
    return status() == InvoiceStatus.PENDING;
  }

  boolean isSettled() {
    return status() == InvoiceStatus.SETTLED;
  }

  Invoice in(InvoiceStatus next, Instant now) {
    return new Invoice(
        number, id, order, origin, new State(next, state.refunds(), state.createdAt(), now));
  }

  /** With the refund added, or put in the place of its earlier version. */
  Invoice with(InvoiceRefund refund) {
    var refunds = new ArrayList<>(state.refunds());
    refunds.removeIf(old -> old.id().equals(refund.id()));
    refunds.add(refund);
    return new Invoice(
        number, id, order, origin, new State(status(), refunds, state.createdAt(), state.since()));
  }

  Optional<InvoiceRefund> refund(String refundId) {
    return state.refunds().stream().filter(each -> each.id().equals(refundId)).findFirst();
  }

  /** Minor units that can still be given back. */
  long left() {
    var gone =
        state.refunds().stream()
            .filter(refund -> refund.status() != RefundStatus.REJECTED)
            .mapToLong(InvoiceRefund::minorUnits)
            .sum();
    return order.minorUnits() - gone;
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
    state.refunds().forEach(refund -> refunds.add(refund.told()));
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.orderNo())
        .put("type", "sale")
        .put("merchant", origin.account().merchantId())
        .put("status", status().word())
        .put("taken", isSettled())
        .put("amount_minor", order.minorUnits())
        .put("currency", "RUB")
        .put("refunds", refunds)
        .put("created_at", state.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }
}

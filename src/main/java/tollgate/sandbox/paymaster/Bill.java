package tollgate.sandbox.paymaster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Signing;

/** One payment at one moment. */
record Bill(long number, String id, Order order, Origin origin, State state) implements Kept {

  /** What the merchant asked for: the form as it came, and what was asked of the sandbox. */
  record Order(Map<String, String> form, String description, Faults faults) {

    String no() {
      return of("LMI_PAYMENT_NO");
    }

    String of(String name) {
      return form.getOrDefault(name, "");
    }

    long minorUnits() {
      return new BigDecimal(of("LMI_PAYMENT_AMOUNT")).movePointRight(2).longValueExact();
    }
  }

  record Origin(PaymasterAccount account, AttemptLog attempts) {}

  record State(BillStatus status, List<BillRefund> refunds, Instant createdAt, Instant since) {

    State {
      refunds = List.copyOf(refunds);
    }
  }

  @Override
  public String key() {
    return origin.account().siteId() + "/" + order.no();
  }

  BillStatus status() {
    return state.status();
  }

  @Override
  public boolean isOpen() {
    return status() == BillStatus.INITIATED;
  }

  boolean isComplete() {
    return status() == BillStatus.COMPLETE;
  }

  Bill in(BillStatus next, Instant now) {
    return new Bill(
        number, id, order, origin, new State(next, state.refunds(), state.createdAt(), now));
  }

  /** With the refund added, or put in the place of its earlier version. */
  Bill with(BillRefund refund) {
    var refunds = new ArrayList<>(state.refunds());
    refunds.removeIf(old -> old.id() == refund.id());
    refunds.add(refund);
    return new Bill(
        number, id, order, origin, new State(status(), refunds, state.createdAt(), state.since()));
  }

  long left() {
    var gone =
        state.refunds().stream()
            .filter(refund -> refund.status() != BillRefund.Status.FAILURE)
            .mapToLong(BillRefund::minorUnits)
            .sum();
    return order.minorUnits() - gone;
  }

  @Override
  public AttemptLog attempts() {
    return origin.attempts();
  }

  @Override
  public Signing signing(Callback.Message sent) {
    var form = Signing.form(sent);
    return form.containsKey("LMI_HASH")
        ? new Signing(
            origin.account().hash() + " with the secret, in Base64, in LMI_HASH",
            LmiHash.text(form, Signing.KEY))
        : Signing.NONE;
  }

  @Override
  public JsonObject told() {
    var refunds = new JsonArray();
    state.refunds().forEach(refund -> refunds.add(refund.told(id)));
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.no())
        .put("type", "sale")
        .put("merchant", origin.account().siteId())
        .put("status", status().name())
        .put("taken", isComplete())
        .put("amount_minor", order.minorUnits())
        .put("currency", "RUB")
        .put("refunds", refunds)
        .put("created_at", state.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }
}

package tollgate.sandbox.robokassa;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Signing;

/**
 * One payment at one moment.
 *
 * @param id the provider's own key of it, which refunds need
 */
record Invoice(long number, String id, Order order, Origin origin, State state) implements Kept {

  /**
   * What the shop asked for.
   *
   * @param number the shop's own, or ours where it sent none
   * @param form as it came, decoded once
   */
  record Order(long number, Map<String, String> form, Instant expiresAt, Faults faults) {

    Order {
      form = Map.copyOf(form);
    }

    BigDecimal sum() {
      return new BigDecimal(form.getOrDefault("OutSum", "0")).setScale(2);
    }

    long minorUnits() {
      return sum().movePointRight(2).longValueExact();
    }

    String currency() {
      var other = form.getOrDefault("OutSumCurrency", "");
      return other.isEmpty() ? "RUB" : other;
    }

    boolean isTrial() {
      return form.getOrDefault("IsTest", "").equals("1");
    }

    boolean isHold() {
      return form.getOrDefault("StepByStep", "").equals("true");
    }
  }

  /** {@code executions} counts how often money was taken for it: never above one. */
  record Origin(RobokassaAccount account, AttemptLog attempts, AtomicInteger executions) {}

  record State(InvoiceState word, Instant createdAt, Instant since, List<Refund> refunds) {

    State {
      refunds = List.copyOf(refunds);
    }
  }

  /** Money on its way back; {@code label} as GetState says it. */
  record Refund(String requestId, BigDecimal amount, String label) {

    boolean isLost() {
      return label.equals("canceled");
    }
  }

  @Override
  public String key() {
    return key(origin.account(), order.number());
  }

  static String key(RobokassaAccount account, long number) {
    return account.login() + "/" + number;
  }

  InvoiceState word() {
    return state.word();
  }

  @Override
  public boolean isOpen() {
    return word() == InvoiceState.CREATED;
  }

  boolean isPaid() {
    return word() == InvoiceState.DONE;
  }

  Invoice in(InvoiceState next, Instant now) {
    return with(new State(next, state.createdAt(), now, state.refunds()));
  }

  /** With this refund, in place of what was known of it before. */
  Invoice with(Refund refund) {
    var all = new ArrayList<>(state.refunds());
    all.removeIf(old -> old.requestId().equals(refund.requestId()));
    all.add(refund);
    return with(new State(state.word(), state.createdAt(), state.since(), all));
  }

  private Invoice with(State next) {
    return new Invoice(number, id, order, origin, next);
  }

  /** What was not given back. */
  BigDecimal left() {
    var left = order.sum();
    for (var refund : state.refunds()) {
      if (!refund.isLost()) left = left.subtract(refund.amount());
    }
    return left;
  }

  @Override
  public AttemptLog attempts() {
    return origin.attempts();
  }

  @Override
  public Signing signing(Callback.Message sent) {
    var form = Signing.form(sent);
    var text = RobokassaSignature.notice(form.getOrDefault("OutSum", ""), this, Signing.KEY);
    return new Signing(origin.account().hash() + " with password 2, in SignatureValue", text);
  }

  @Override
  public JsonObject told() {
    var refunds = new JsonArray();
    for (var refund : state.refunds()) {
      refunds.add(
          new JsonObject()
              .put("id", refund.requestId())
              .put("amount_minor", refund.amount().movePointRight(2).longValueExact())
              .put("label", refund.label()));
    }
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.form().getOrDefault("Shp_order", "" + order.number()))
        .put("invoice", order.number())
        .put("merchant", origin.account().login())
        .put("status", word().name())
        .put("code", word().code())
        .put("taken", isPaid())
        .put("executions", origin.executions().get())
        .put("amount_minor", order.minorUnits())
        .put("currency", order.currency())
        .put("created_at", state.createdAt().toString())
        .put("refunds", refunds)
        .put("attempts", origin.attempts().told());
  }
}

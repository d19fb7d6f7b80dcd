package tollgate.sandbox.touchngo;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.touchngo.TouchngoStatus.Word;

/** One transaction at one moment. */
record TouchngoTransaction(long number, String id, Order order, Origin origin, State state)
    implements Kept {

  /** What the merchant asked for: the form as it came. */
  record Order(String transNum, Form form, Faults faults) {

    /** Decimal text with two digits; empty if the customer never arrived. */
    String amount() {
      return form.get("Amount");
    }

    long minorUnits() {
      return amount().isEmpty() ? 0 : new BigDecimal(amount()).movePointRight(2).longValueExact();
    }

    String returnUrl() {
      return form.get("ReturnURL");
    }
  }

  record Origin(TouchngoAccount account, String callbackUrl, AttemptLog attempts) {}

  record State(TouchngoStatus status, Instant createdAt, Instant since) {}

  @Override
  public String key() {
    return key(origin.account(), order.transNum());
  }

  static String key(TouchngoAccount account, String transNum) {
    return account.merchantCode() + "/" + transNum;
  }

  TouchngoStatus status() {
    return state.status();
  }

  /** Open, that is, the customer or the merchant can still end it. */
  @Override
  public boolean isOpen() {
    return status().equals(TouchngoStatus.WAITING);
  }

  boolean isProcessing() {
    return status().equals(TouchngoStatus.PROCESSING);
  }

  boolean hasTimedOut() {
    return status().word() == Word.TIMEOUT;
  }

  TouchngoTransaction in(TouchngoStatus next, Instant now) {
    return new TouchngoTransaction(
        number, id, order, origin, new State(next, state.createdAt(), now));
  }

  @Override
  public JsonObject told() {
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.transNum())
        .put("merchant", origin.account().merchantCode())
        .put("status", status().word().name())
        .put("code", status().code())
        .put("taken", status().word() == Word.SUCCESS)
        .put("amount_minor", order.minorUnits())
        .put("currency", "MYR")
        .put("created_at", state.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }
}

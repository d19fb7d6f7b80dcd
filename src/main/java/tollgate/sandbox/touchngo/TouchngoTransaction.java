package tollgate.sandbox.touchngo;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Signing;
import tollgate.sandbox.touchngo.TouchngoStatus.Word;

/** One transaction at one moment. */
record TouchngoTransaction(long number, String id, Order order, Origin origin, State state)
    implements Kept {

  /** What it is about. */
  enum Kind {
    SALE("sale"),
    PAYOUT("payout");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** What the merchant asked for: the form as it came. */
  record Order(Kind kind, String transNum, Form form, Faults faults) {

    /** Decimal text with two digits; empty if the customer never arrived. */
    String amount() {
      return form.get("Amount");
    }

    long minorUnits() {
      return amount().isEmpty() ? 0 : new BigDecimal(amount()).movePointRight(2).longValueExact();
    }

    /** A field that only payouts have. */
    String ofPayout(String name) {
      return kind == Kind.PAYOUT ? form.get(name) : "";
    }

    String returnUrl() {
      return form.get("ReturnURL");
    }
  }

  /**
   * Where it came from and where its news go.
   *
   * @param executions how often money moved for it, counted where it moves: never above one
   */
  record Origin(
      TouchngoAccount account, String callbackUrl, AttemptLog attempts, AtomicInteger executions) {}

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

  /** Open, that is, not with the customer's wallet yet, or of a payout, still with it. */
  @Override
  public boolean isOpen() {
    return status()
        .equals(order.kind() == Kind.SALE ? TouchngoStatus.WAITING : TouchngoStatus.PROCESSING);
  }

  boolean hasMovedMoney() {
    return status().word() == Word.SUCCESS;
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
  public AttemptLog attempts() {
    return origin.attempts();
  }

  @Override
  public Signing signing(Callback.Message sent) {
    var purpose =
        switch (order.kind()) {
          case SALE -> TouchngoSignature.Purpose.CALLBACK;
          case PAYOUT -> TouchngoSignature.Purpose.PAYOUT_CALLBACK;
        };
    var text = TouchngoSignature.canonical(purpose, new Form(Signing.form(sent)));
    return new Signing("HMAC-SHA-256 by the merchant key, in Signature", text);
  }

  @Override
  public JsonObject told() {
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.transNum())
        .put("type", order.kind().word)
        .put("merchant", origin.account().merchantCode())
        .put("status", status().word().name())
        .put("code", status().code())
        .put("taken", hasMovedMoney() && order.kind() == Kind.SALE)
        .put("paid_out", hasMovedMoney() && order.kind() == Kind.PAYOUT)
        .put("executions", origin.executions().get())
        .put("account", order.ofPayout("Account"))
        .put("amount_minor", order.minorUnits())
        .put("currency", "MYR")
        .put("created_at", state.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }
}

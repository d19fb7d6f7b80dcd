package tollgate.sandbox.yoomoney;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Signing;

/** One payment at one moment; {@code id} is its {@code operation_id}. */
record YoomoneyPayment(long number, String id, Order order, Origin origin, State state)
    implements Kept {

  /** Where it stands. Only what was paid is ever told (A.2). */
  enum Status {
    OPEN,
    IN_PROGRESS,
    SUCCESS,
    REFUSED
  }

  /** What the form said, after the payer had it. */
  record Order(String label, long minorUnits, boolean byCard, String targets, String successUrl) {}

  record Origin(YoomoneyAccount account, Faults faults, AttemptLog attempts, Instant createdAt) {}

  record State(Status status, Instant since) {}

  private static final BigDecimal OF_CARD = new BigDecimal("0.97");
  private static final BigDecimal OF_WALLET = new BigDecimal("1.01");

  /** By the label: the latest payment stands for all that have it. */
  @Override
  public String key() {
    return origin.account().receiver() + "/" + order.label();
  }

  @Override
  public boolean isOpen() {
    return state.status() == Status.OPEN;
  }

  YoomoneyPayment in(Status status, Instant now) {
    return new YoomoneyPayment(number, id, order, origin, new State(status, now));
  }

  String sum() {
    return BigDecimal.valueOf(order.minorUnits(), 2).toPlainString();
  }

  /** After commission (A.1), rounded half up to kopecks. */
  BigDecimal received() {
    var sum = BigDecimal.valueOf(order.minorUnits(), 2);
    return order.byCard()
        ? sum.multiply(OF_CARD).setScale(2, RoundingMode.HALF_UP)
        : sum.divide(OF_WALLET, 2, RoundingMode.HALF_UP);
  }

  @Override
  public AttemptLog attempts() {
    return origin.attempts();
  }

  @Override
  public Signing signing(Callback.Message sent) {
    var form = Signing.form(sent);
    if (form.remove("sign") != null) {
      return new Signing("HMAC-SHA-256 by the secret, in sign", YoomoneySignature.textOfHmac(form));
    }
    return form.containsKey("sha1_hash")
        ? new Signing(
            "SHA-1 with the secret, in sha1_hash", YoomoneySignature.textOfSha1(form, Signing.KEY))
        : Signing.NONE;
  }

  @Override
  public JsonObject told() {
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.label())
        .put("merchant", origin.account().receiver())
        .put("status", state.status().name())
        .put("taken", state.status() == Status.SUCCESS)
        .put("amount_minor", order.minorUnits())
        .put("received_minor", received().movePointRight(2).longValueExact())
        .put("currency", "RUB")
        .put("created_at", origin.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }
}

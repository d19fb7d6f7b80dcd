package tollgate.sandbox.midtrans;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.MagicAmount;

/** One GoPay transaction at one moment. */
record GopayTransaction(long number, String id, Order order, Origin origin, State state)
    implements Kept {

  /**
   * What the merchant asked for.
   *
   * @param callbackUrl where the app returns the customer to; empty: nowhere
   * @param echoed fields given back in notifications and status: custom fields and metadata
   */
  record Order(
      String orderId, long grossAmount, String callbackUrl, JsonObject echoed, Faults faults) {

    /** Amounts are whole rupiah; the Gate wire counts hundredths. */
    long minorUnits() {
      return grossAmount * 100;
    }

    /**
     * The meaning of the amount. Midtrans takes whole rupiah only, so those of the magic amounts
     * that end in sen are read as rupiah instead: 40,301 for 403.01.
     */
    MagicAmount magic() {
      var noHundreds = grossAmount % 100 != 0;
      var inRupiah = noHundreds ? MagicAmount.of(grossAmount) : MagicAmount.NONE;
      return inRupiah == MagicAmount.NONE ? MagicAmount.of(minorUnits()) : inRupiah;
    }

    String amountText() {
      return grossAmount + ".00";
    }
  }

  /** Where it came from and where its news go. */
  record Origin(MidtransAccount account, List<String> notificationUrls, AttemptLog attempts) {}

  record State(
      GopayStatus status,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant settledAt,
      boolean byQris) {}

  @Override
  public String key() {
    return key(origin.account(), order.orderId());
  }

  static String key(MidtransAccount account, String orderId) {
    return account.merchantId() + "/" + orderId;
  }

  GopayStatus status() {
    return state.status();
  }

  @Override
  public boolean isOpen() {
    return state.status() == GopayStatus.PENDING;
  }

  GopayTransaction settled(Instant now, boolean byQris) {
    if (!isOpen()) return this;

    return in(new State(GopayStatus.SETTLEMENT, state.createdAt(), state.expiresAt(), now, byQris));
  }

  /** Its end without money. */
  GopayTransaction ended(GopayStatus status) {
    if (!isOpen()) return this;

    return in(new State(status, state.createdAt(), state.expiresAt(), null, false));
  }

  private GopayTransaction in(State next) {
    return new GopayTransaction(number, id, order, origin, next);
  }

  @Override
  public JsonObject told() {
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.orderId())
        .put("merchant", origin.account().merchantId())
        .put("status", state.status().word())
        .put("taken", state.status() == GopayStatus.SETTLEMENT)
        .put("amount_minor", order.minorUnits())
        .put("currency", "IDR")
        .put("created_at", state.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }
}

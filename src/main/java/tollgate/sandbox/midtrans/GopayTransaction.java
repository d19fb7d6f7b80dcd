package tollgate.sandbox.midtrans;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Signing;

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
      return GopayTransaction.magic(grossAmount);
    }

    String amountText() {
      return grossAmount + ".00";
    }
  }

  static MagicAmount magic(long rupiah) {
    var noHundreds = rupiah % 100 != 0;
    var inRupiah = noHundreds ? MagicAmount.of(rupiah) : MagicAmount.NONE;
    return inRupiah == MagicAmount.NONE ? MagicAmount.of(rupiah * 100) : inRupiah;
  }

  /** Where it came from and where its news go. */
  record Origin(MidtransAccount account, List<String> notificationUrls, AttemptLog attempts) {}

  record State(
      GopayStatus status,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant settledAt,
      boolean byQris,
      List<GopayRefund> refunds) {

    /** Not over yet, and nothing given back. */
    State(GopayStatus status, Instant createdAt, Instant expiresAt) {
      this(status, createdAt, expiresAt, null, false, List.of());
    }
  }

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

    return in(
        new State(
            GopayStatus.SETTLEMENT, state.createdAt(), state.expiresAt(), now, byQris, List.of()));
  }

  /** Its end without money. */
  GopayTransaction ended(GopayStatus status) {
    if (!isOpen()) return this;

    return in(new State(status, state.createdAt(), state.expiresAt()));
  }

  boolean isPaid() {
    return state.settledAt() != null;
  }

  /** What went back so far, in rupiah. */
  long refunded() {
    return state.refunds().stream().mapToLong(GopayRefund::amount).sum();
  }

  long left() {
    return order.grossAmount() - refunded();
  }

  boolean hasRefund(String key) {
    return state.refunds().stream().anyMatch(refund -> refund.key().equals(key));
  }

  /** With one refund more (8.5). */
  GopayTransaction refunded(GopayRefund refund) {
    var all = new ArrayList<>(state.refunds());
    all.add(refund);
    return withRefunds(all);
  }

  /** With that refund confirmed by the bank (8.11). */
  GopayTransaction confirmed(String key, Instant now) {
    return withRefunds(
        state.refunds().stream()
            .map(refund -> refund.key().equals(key) ? refund.confirmed(now) : refund)
            .toList());
  }

  private GopayTransaction withRefunds(List<GopayRefund> refunds) {
    var back = refunds.stream().mapToLong(GopayRefund::amount).sum();
    var status = back == order.grossAmount() ? GopayStatus.REFUND : GopayStatus.PARTIAL_REFUND;
    return in(
        new State(
            status,
            state.createdAt(),
            state.expiresAt(),
            state.settledAt(),
            state.byQris(),
            List.copyOf(refunds)));
  }

  private GopayTransaction in(State next) {
    return new GopayTransaction(number, id, order, origin, next);
  }

  @Override
  public AttemptLog attempts() {
    return origin.attempts();
  }

  @Override
  public Signing signing(Callback.Message sent) {
    var body = Signing.json(sent);
    var text =
        body.getString("order_id", "")
            + body.getString("status_code", "")
            + body.getString("gross_amount", "")
            + Signing.KEY;
    return new Signing("SHA-512, in lower-case hexadecimal, in signature_key", text);
  }

  @Override
  public JsonObject told() {
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.orderId())
        .put("merchant", origin.account().merchantId())
        .put("status", state.status().word())
        .put("taken", isPaid())
        .put("refunded_minor", refunded() * 100)
        .put("refunds", told(state.refunds()))
        .put("amount_minor", order.minorUnits())
        .put("currency", "IDR")
        .put("created_at", state.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }

  private static JsonArray told(List<GopayRefund> refunds) {
    var all = new JsonArray();
    refunds.forEach(refund -> all.add(refund.told()));
    return all;
  }
}

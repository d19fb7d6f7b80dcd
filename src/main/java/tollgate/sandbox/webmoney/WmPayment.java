package tollgate.sandbox.webmoney;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Signing;

/** One payment at one moment. */
record WmPayment(long number, String id, Order order, State state) implements Kept {

  /** How far it is. */
  enum Stage {
    /** The customer chooses by what to pay. */
    CHOOSING,
    /** A code was sent to the phone. */
    CODE,
    PAID,
    /** Paid, and not the shop's yet (LMI_HOLD). */
    HELD,
    FAILED,
    /** Nobody paid in time. */
    EXPIRED
  }

  /**
   * What the shop asked for.
   *
   * @param charset of the page that the form was sent to
   * @param means the way to pay that the form preselects, such as {@code authtype_4}; else empty
   */
  record Order(
      WebmoneyAccount account,
      WmForm form,
      Charset charset,
      String means,
      Faults faults,
      AttemptLog attempts) {

    String no() {
      return form.get("LMI_PAYMENT_NO");
    }

    String amount() {
      return form.get("LMI_PAYMENT_AMOUNT");
    }

    long minorUnits() {
      return new BigDecimal(amount()).movePointRight(2).longValueExact();
    }

    boolean isHeld() {
      return form.get("LMI_HOLD").matches("[1-9][0-9]{0,2}");
    }

    String resultUrl() {
      var given = form.get("LMI_RESULT_URL");
      return given.isEmpty() ? account.resultUrl() : given;
    }
  }

  /**
   * What has become of it.
   *
   * @param trans the number of the transfer; empty until there is one
   * @param back what was given back, in minor units
   * @param why the code of the failure; empty without one
   */
  record State(
      Stage stage,
      @Nullable WmPayer payer,
      @Nullable WmSms sms,
      String trans,
      long back,
      String why,
      Instant createdAt,
      Instant since) {}

  @Override
  public String key() {
    return key(order.account(), order.no());
  }

  static String key(WebmoneyAccount account, String no) {
    return account.purse() + "/" + no;
  }

  Stage stage() {
    return state.stage();
  }

  Optional<WmPayer> payer() {
    return Optional.ofNullable(state.payer());
  }

  Optional<WmSms> sms() {
    return Optional.ofNullable(state.sms());
  }

  @Override
  public boolean isOpen() {
    return stage() == Stage.CHOOSING || stage() == Stage.CODE;
  }

  boolean hasMovedMoney() {
    return stage() == Stage.PAID || stage() == Stage.HELD;
  }

  WmPayment paid(Stage end, WmPayer payer, String trans, Instant now) {
    return in(new State(end, payer, null, trans, 0, "", state.createdAt(), now));
  }

  WmPayment failed(Stage end, String why, Instant now) {
    return in(new State(end, state.payer(), null, "", 0, why, state.createdAt(), now));
  }

  WmPayment awaits(WmPayer payer, WmSms sms) {
    return in(new State(Stage.CODE, payer, sms, "", 0, "", state.createdAt(), state.since()));
  }

  WmPayment back(long more) {
    return in(
        new State(
            stage(),
            state.payer(),
            null,
            state.trans(),
            state.back() + more,
            "",
            state.createdAt(),
            state.since()));
  }

  private WmPayment in(State next) {
    return new WmPayment(number, id, order, next);
  }

  @Override
  public AttemptLog attempts() {
    return order.attempts();
  }

  @Override
  public Signing signing(Callback.Message sent) {
    var form = Signing.form(sent);
    if (!form.containsKey("LMI_HASH")) return Signing.NONE;

    var first = order.account().keys().md5() ? "MD5" : "SHA-256";
    var how = "LMI_HASH: " + first + " with nothing between the values; LMI_HASH2: SHA-256 of this";
    return new Signing(how, String.join(";", WmHash.signed(form, Signing.KEY)));
  }

  @Override
  public JsonObject told() {
    var payer = payer().orElse(new WmPayer("", "", "", ""));
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.no())
        .put("purse", order.account().purse())
        .put("status", stage().name())
        .put("code", state.why())
        .put("taken", hasMovedMoney())
        .put("amount_minor", order.minorUnits())
        .put("refunded_minor", state.back())
        .put("currency", order.account().unit())
        .put("transfer", state.trans())
        .put("payer_purse", payer.purse())
        .put("payer_wmid", payer.wmid())
        .put("telepat_order", payer.order())
        .put("created_at", state.createdAt().toString())
        .put("attempts", order.attempts().told());
  }
}

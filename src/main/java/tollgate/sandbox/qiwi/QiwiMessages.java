package tollgate.sandbox.qiwi;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Spoil;

/**
 * The messages that tell of a bill: on one line, and with the documented fields only, because the
 * public SDKs know an error by fields that fit no bill (§8).
 */
final class QiwiMessages {

  private static final String OTHER_AMOUNT = "1.01";

  private final String base;

  QiwiMessages(String base) {
    this.base = base;
  }

  String payUrl(QiwiBill bill) {
    return base + "/form/?invoice_uid=" + bill.id();
  }

  JsonObject bill(QiwiBill bill) {
    return bill(bill, bill.order().sum().decimal(), QiwiTime::ofApi);
  }

  private JsonObject bill(QiwiBill bill, Object amount, Function<Instant, String> time) {
    var status =
        new JsonObject()
            .put("value", bill.status().name())
            .put("changedDateTime", time.apply(bill.state().since()));
    return new JsonObject()
        .put("siteId", bill.origin().account().siteId())
        .put("billId", bill.order().billId())
        .put("amount", money(bill, amount))
        .put("status", status)
        .mergeIn(bill.order().echoed())
        .put("creationDateTime", time.apply(bill.origin().createdAt()))
        .put("expirationDateTime", time.apply(bill.origin().expiresAt()))
        .put("payUrl", payUrl(bill));
  }

  private static JsonObject money(QiwiBill bill, Object value) {
    return new JsonObject().put("currency", bill.order().sum().currency()).put("value", value);
  }

  static JsonObject refund(QiwiBill bill, QiwiRefund refund) {
    return new JsonObject()
        .put("amount", money(bill, refund.sum().decimal()))
        .put("dateTime", QiwiTime.ofApi(refund.at()))
        .put("refundId", refund.refundId())
        .put("status", refund.full() ? "FULL" : "PARTIAL");
  }

  /** An error has its own fields, and no others (§3). */
  static JsonObject error(String code, String description, Instant at) {
    return new JsonObject()
        .put("serviceName", "invoicing-api")
        .put("errorCode", code)
        .put("description", description)
        .put("userMessage", description)
        .put("dateTime", QiwiTime.ofApi(at))
        .put("traceId", UUID.randomUUID().toString().replace("-", ""));
  }

  /** A notification (§5), spoilt if asked for. */
  Callback.Message notification(QiwiBill bill, Spoil spoil) {
    var amount = spoil == Spoil.AMOUNT ? OTHER_AMOUNT : bill.order().sum().decimal();
    var signature = QiwiSignature.of(bill, amount);
    var body = notification(bill, amount).encode();
    return switch (spoil) {
      case NOT, AMOUNT -> message(bill, signature, body);
      case GARBAGE -> message(bill, signature, body.substring(0, body.length() / 2));
      case SIGNATURE -> message(bill, "0".repeat(signature.length()), body);
    };
  }

  private JsonObject notification(QiwiBill bill, String amount) {
    var faults = bill.order().faults();
    Object value = faults.has(Fault.NUMBER) ? new BigDecimal(amount) : amount;
    Function<Instant, String> time =
        faults.has(Fault.LONG_OFFSET) ? QiwiTime::ofApi : QiwiTime::ofNotification;
    return new JsonObject().put("bill", bill(bill, value, time)).put("version", "1");
  }

  private static Callback.Message message(QiwiBill bill, String signature, String body) {
    var shown =
        bill.order().faults().has(Fault.CAPITALS) ? signature.toUpperCase(Locale.ROOT) : signature;
    return new Callback.Message(
        Map.of("Content-Type", "application/json;charset=UTF-8", QiwiSignature.HEADER, shown),
        body);
  }
}

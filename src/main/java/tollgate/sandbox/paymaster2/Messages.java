package tollgate.sandbox.paymaster2;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Spoil;

/** The payment object and what is made of it (2.2, 2.3). */
final class Messages {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Amounts may show four decimals (2.3). */
  private static final int DECIMALS = 4;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Messages() {}

  static JsonObject payment(Invoice kept) {
    var order = kept.order();
    var told =
        new JsonObject()
            .put("id", kept.id())
            .put("created", TIME.format(kept.state().createdAt()))
            .put("testMode", order.testMode())
            .put("status", kept.status().word())
            .put("merchantId", kept.origin().account().merchantId())
            .put("amount", amount(order.minorUnits()))
            .put(
                "invoice",
                new JsonObject()
                    .put("description", order.description())
                    .put("params", order.params())
                    .put("orderNo", order.orderNo()));
    if (order.faults().has(Fault.BAD_CURRENCY)) told.getJsonObject("amount").put("currency", "USD");
    if (order.faults().has(Fault.EXTRA)) told.put("novelty", "since 2030");
    if (kept.status() == InvoiceStatus.PENDING) return told;

    return told.put("paymentData", paymentData()).put("resultCode", resultCode(kept));
  }

  private static JsonObject paymentData() {
    return new JsonObject()
        .put("paymentMethod", "BankCard")
        .put("paymentInstrumentTitle", "2200 XXXX XXXX 0004");
  }

  private static String resultCode(Invoice kept) {
    return switch (kept.status()) {
      case REJECTED -> "insufficient_funds";
      case CANCELLED -> "cancelled";
      case PENDING, CONFIRMATION, AUTHORIZED, SETTLED -> "success";
    };
  }

  static JsonObject refund(Invoice kept, InvoiceRefund refund) {
    return new JsonObject()
        .put("id", refund.id())
        .put("created", TIME.format(kept.state().since()))
        .put("testMode", kept.order().testMode())
        .put("paymentId", kept.id())
        .put("status", refund.status().word())
        .put("amount", amount(refund.minorUnits()));
  }

  /** Another amount than the right one. */
  static JsonObject withAnotherAmount(JsonObject payment) {
    return payment.put("amount", amount(101));
  }

  private static JsonObject amount(long minorUnits) {
    var value = BigDecimal.valueOf(minorUnits, 2).setScale(DECIMALS);
    return new JsonObject().put("value", value).put("currency", "RUB");
  }

  /** The text of a callback, spoilt if asked for. Nothing is signed, so no signature spoils. */
  static String callback(Invoice kept, Spoil spoil) {
    var mark = kept.order().faults().has(Fault.BOM) ? String.valueOf(BYTE_ORDER_MARK) : "";
    return switch (spoil) {
      case NOT, SIGNATURE -> mark + payment(kept).encode();
      case GARBAGE -> mark + payment(kept).encode().substring(0, 30);
      case AMOUNT -> mark + withAnotherAmount(payment(kept)).encode();
    };
  }
}

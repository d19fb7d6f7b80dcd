package tollgate.sandbox.midtrans;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Spoil;

/**
 * The bodies that tell of a transaction: of charge, status, cancel, expire, refund and
 * notifications.
 */
final class MidtransMessages {

  /** Fields that may be missing (§4.2, §10). */
  private static final List<String> MAY_BE_MISSING =
      List.of(
          "merchant_id",
          "currency",
          "fraud_status",
          "expiry_time",
          "payment_option_type",
          "channel_response_code",
          "channel_response_message");

  private final String base;

  /** {@code base} is the address of this Midtrans, where the actions of a charge point. */
  MidtransMessages(String base) {
    this.base = base;
  }

  /** Where a person plays the customer: the sandbox's stand-in for the GoPay app (§5.3). */
  String appUrl(GopayTransaction gopay) {
    return base + "/app/" + gopay.id();
  }

  JsonObject created(GopayTransaction gopay) {
    var body =
        head("201", "GoPay transaction is created", gopay)
            .put("fraud_status", "accept")
            .put("actions", actions(gopay))
            .put("channel_response_code", "200")
            .put("channel_response_message", "Success");
    return dressed(body, gopay);
  }

  private JsonArray actions(GopayTransaction gopay) {
    var here = base + "/v2/" + gopay.id();
    return new JsonArray()
        .add(action("generate-qr-code", "GET", base + "/v2/gopay/" + gopay.id() + "/qr-code"))
        .add(
            action(
                "generate-qr-code-v2", "GET", base + "/v4/qris/gopay/" + gopay.id() + "/qr-code"))
        .add(action("deeplink-redirect", "GET", appUrl(gopay)))
        .add(action("get-status", "GET", here + "/status"))
        .add(action("cancel", "POST", here + "/cancel").put("fields", new JsonArray()));
  }

  private static JsonObject action(String name, String method, String url) {
    return new JsonObject().put("name", name).put("method", method).put("url", url);
  }

  JsonObject denied(GopayTransaction gopay) {
    var body = head("202", "GoPay transaction is denied", gopay).put("fraud_status", "accept");
    return dressed(withReason(body, gopay), gopay);
  }

  /** GoPay's own code for a denial, where one was asked for; a plain denial gives no reason. */
  private static JsonObject withReason(JsonObject body, GopayTransaction gopay) {
    var faults = gopay.order().faults();
    if (!faults.has(Fault.DENY)) return body;

    return body.put("channel_response_code", Long.toString(faults.value(Fault.DENY)))
        .put("channel_response_message", "Denied by the issuer");
  }

  JsonObject status(GopayTransaction gopay) {
    return told(gopay.status().codeInStatus(), "Success, transaction is found", gopay);
  }

  JsonObject canceled(GopayTransaction gopay) {
    return head("200", "Success, transaction is canceled", gopay);
  }

  JsonObject expired(GopayTransaction gopay) {
    return head("407", "Success, transaction has expired", gopay);
  }

  /** {@code refund_amount} is the sum so far (8.6). */
  JsonObject refunded(GopayTransaction gopay, String key) {
    var body = head("200", "Success, refund request is approved", gopay);
    gopay.state().refunds().stream()
        .filter(refund -> refund.key().equals(key))
        .forEach(refund -> body.put("refund_chargeback_id", refund.chargebackId()));
    return dressed(
        body.put("refund_amount", gopay.refunded() + ".00").put("refund_key", key), gopay);
  }

  JsonObject refundDenied(GopayTransaction gopay, String key) {
    var body = head("202", "Refund denied by the bank", gopay);
    return dressed(body.put("refund_amount", "0.00").put("refund_key", key), gopay);
  }

  /** The text of a notification, spoilt if asked for. */
  String notification(GopayTransaction gopay, Spoil spoil) {
    var body = told(gopay.status().codeInNotification(), "midtrans payment notification", gopay);
    return switch (spoil) {
      case NOT -> body.encode();
      case GARBAGE -> body.encode().substring(0, 100);
      case SIGNATURE -> body.put("signature_key", "0".repeat(128)).encode();
      case AMOUNT -> signed(body.put("gross_amount", otherAmount(gopay)), gopay).encode();
    };
  }

  private static String otherAmount(GopayTransaction gopay) {
    return gopay.order().grossAmount() + 1 + ".00";
  }

  private JsonObject told(String code, String message, GopayTransaction gopay) {
    var body = head(code, message, gopay).put("fraud_status", "accept");
    var settledAt = gopay.state().settledAt();
    if (settledAt != null) {
      body.put("settlement_time", WibTime.text(settledAt))
          .put("payment_option_type", "GOPAY_WALLET");
    }
    if (gopay.state().byQris()) body.put("transaction_type", "on-us").put("issuer", "gopay");
    if (gopay.status() == GopayStatus.DENY) withReason(body, gopay);
    if (!gopay.state().refunds().isEmpty()) withRefunds(body, gopay);
    body.mergeIn(gopay.order().echoed());
    return signed(dressed(body, gopay), gopay);
  }

  private static void withRefunds(JsonObject body, GopayTransaction gopay) {
    var all = new JsonArray();
    gopay.state().refunds().forEach(refund -> all.add(refund.entry()));
    body.put("refund_amount", gopay.refunded() + ".00").put("refunds", all);
  }

  private static JsonObject head(String code, String message, GopayTransaction gopay) {
    var state = gopay.state();
    return new JsonObject()
        .put("status_code", code)
        .put("status_message", message)
        .put("transaction_id", gopay.id())
        .put("order_id", gopay.order().orderId())
        .put("merchant_id", gopay.origin().account().merchantId())
        .put("gross_amount", gopay.order().amountText())
        .put("currency", "IDR")
        .put("payment_type", state.byQris() ? "qris" : "gopay")
        .put("transaction_time", WibTime.text(state.createdAt()))
        .put("transaction_status", state.status().word())
        .put("expiry_time", WibTime.text(state.expiresAt()));
  }

  private static JsonObject dressed(JsonObject body, GopayTransaction gopay) {
    if (gopay.order().faults().has(Fault.BARE)) MAY_BE_MISSING.forEach(body::remove);
    if (gopay.order().faults().has(Fault.EXTRA)) {
      body.put("novelty", new JsonObject().put("since", "2030-01-01").put("of", new JsonArray()));
    }
    return body;
  }

  private static JsonObject signed(JsonObject body, GopayTransaction gopay) {
    return body.put(
        "signature_key",
        MidtransSignature.of(
            body.getString("order_id"),
            body.getString("status_code"),
            body.getString("gross_amount"),
            gopay.origin().account().serverKey()));
  }
}

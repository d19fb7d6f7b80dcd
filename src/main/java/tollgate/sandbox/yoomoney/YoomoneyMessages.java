package tollgate.sandbox.yoomoney;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Spoil;
import tollgate.sandbox.yoomoney.YoomoneyPayment.Status;

/** What is told of a payment: notifications (A.2) and lines of the history (A.4). */
final class YoomoneyMessages {

  private static final long BY_NOTHING = 0;
  private static final long BY_SHA1 = 1;
  private static final long BY_BOTH = 3;

  private YoomoneyMessages() {}

  static String notification(YoomoneyPayment payment, Spoil spoil) {
    var faults = payment.origin().faults();
    var fields = fields(payment);
    if (spoil == Spoil.AMOUNT) {
      fields.put("amount", "1.01");
      fields.put("withdraw_amount", "1.02");
    }
    var signed = signed(fields, payment.origin().account().secret(), faults);
    if (spoil == Spoil.SIGNATURE) signed.replaceAll(YoomoneyMessages::withoutSignature);
    if (faults.has(Fault.FLIP)) signed.compute("unaccepted", (_, was) -> flipped(was));
    var text = encoded(signed);
    return spoil == Spoil.GARBAGE ? text.substring(0, text.length() / 2) + "%zz" : text;
  }

  private static String withoutSignature(String name, String value) {
    return name.equals("sign") || name.equals("sha1_hash") ? "0".repeat(value.length()) : value;
  }

  private static String flipped(String was) {
    return "true".equals(was) ? "false" : "true";
  }

  private static SortedMap<String, String> fields(YoomoneyPayment payment) {
    var faults = payment.origin().faults();
    var order = payment.order();
    var fields = new TreeMap<String, String>();
    fields.put("notification_type", order.byCard() ? "card-incoming" : "p2p-incoming");
    fields.put("operation_id", payment.id());
    fields.put("amount", payment.received().toPlainString());
    if (!faults.has(Fault.BARE)) fields.put("withdraw_amount", payment.sum());
    fields.put("currency", "643");
    fields.put("datetime", time(payment.state().since()));
    fields.put("sender", order.byCard() ? "" : "41009999888877");
    fields.put("codepro", "" + faults.has(Fault.CODEPRO));
    fields.put("label", order.label());
    fields.put("unaccepted", "" + (payment.state().status() == Status.IN_PROGRESS));
    return fields;
  }

  /** What the button for trials sends (A.2). */
  static String trial(YoomoneyAccount account, Instant now) {
    var fields = new TreeMap<String, String>();
    fields.put("notification_type", "p2p-incoming");
    fields.put("operation_id", "test-notification");
    fields.put("amount", "100.00");
    fields.put("currency", "643");
    fields.put("datetime", time(now));
    fields.put("sender", "41001000040");
    fields.put("codepro", "false");
    fields.put("label", "");
    fields.put("unaccepted", "false");
    fields.put("test_notification", "true");
    return encoded(signed(fields, account.secret(), Faults.NONE));
  }

  /** By one signature, the newer, unless both, the older or none was asked for. */
  private static SortedMap<String, String> signed(
      SortedMap<String, String> fields, String secret, Faults faults) {
    var how = faults.has(Fault.SIGNED_BY) ? faults.value(Fault.SIGNED_BY) : 2;
    var signed = new TreeMap<>(fields);
    if (how == BY_SHA1 || how == BY_BOTH) {
      signed.put("sha1_hash", YoomoneySignature.sha1(fields, secret));
    }
    if (how != BY_NOTHING && how != BY_SHA1) {
      signed.put("sign", YoomoneySignature.hmac(signed, secret));
    }
    return signed;
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static JsonObject operation(YoomoneyPayment payment) {
    var status =
        switch (payment.state().status()) {
          case SUCCESS -> "success";
          case OPEN, IN_PROGRESS -> "in_progress";
          case REFUSED -> "refused";
        };
    return new JsonObject()
        .put("operation_id", payment.id())
        .put("status", status)
        .put("datetime", time(payment.state().since()))
        .put("title", "Пополнение")
        .put("direction", "in")
        .put("amount", new BigDecimal(payment.received().toPlainString()))
        .put("label", payment.order().label())
        .put("type", "deposition");
  }
}

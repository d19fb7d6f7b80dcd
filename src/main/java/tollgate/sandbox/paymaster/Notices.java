package tollgate.sandbox.paymaster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Spoil;

/** What PayMaster posts to the merchant (1.2, 1.3, 1.5). */
final class Notices {

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Notices() {}

  /** The invoice confirmation: not signed. */
  static String inquiry(Bill bill) {
    var fields = common(bill);
    fields.put("LMI_PREREQUEST", "1");
    return encoded(fields, false);
  }

  /** The browser's way back: not signed. */
  static String returning(Bill bill) {
    var order = bill.order();
    return encoded(
        Map.of("LMI_MERCHANT_ID", order.of("LMI_MERCHANT_ID"), "LMI_PAYMENT_NO", order.no()),
        false);
  }

  /** The notification, spoilt if asked for. */
  static String notification(Bill bill, Spoil spoil) {
    var faults = bill.order().faults();
    var fields = common(bill);
    fields.put("LMI_SYS_PAYMENT_ID", bill.id());
    fields.put("LMI_SYS_PAYMENT_DATE", TIME.format(bill.state().since()));
    fields.put("LMI_PAYER_IP_ADDRESS", "203.0.113.7");
    if (spoil == Spoil.AMOUNT) fields.put("LMI_PAYMENT_AMOUNT", "1.01");
    if (faults.has(Fault.BAD_CURRENCY)) fields.put("LMI_CURRENCY", "USD");
    if (faults.has(Fault.NO_NUMBER)) fields.remove("LMI_PAYMENT_NO");
    if (faults.has(Fault.BARE)) fields.remove("LMI_PAYER_IP_ADDRESS");
    if (faults.has(Fault.BARE)) fields.remove("LMI_SIM_MODE");
    var account = bill.origin().account();
    var hash = LmiHash.ofNotification(fields, account.secret(), account.hash());
    fields.put("LMI_HASH", spoil == Spoil.SIGNATURE ? "0".repeat(43) + "=" : hash);
    var text = encoded(fields, faults.has(Fault.RAW_PLUS));
    return spoil == Spoil.GARBAGE ? text.substring(0, 60) + "%zz" : text;
  }

  private static Map<String, String> common(Bill bill) {
    var order = bill.order();
    var fields = new LinkedHashMap<String, String>();
    fields.put("LMI_MERCHANT_ID", order.of("LMI_MERCHANT_ID"));
    fields.put("LMI_PAYMENT_NO", order.no());
    fields.put("LMI_PAYMENT_AMOUNT", order.of("LMI_PAYMENT_AMOUNT"));
    fields.put("LMI_CURRENCY", "RUB");
    fields.put("LMI_PAID_AMOUNT", order.of("LMI_PAYMENT_AMOUNT"));
    fields.put("LMI_PAID_CURRENCY", "RUB");
    fields.put("LMI_PAYMENT_SYSTEM", "3");
    fields.put("LMI_PAYMENT_METHOD", "Test");
    fields.put("LMI_SIM_MODE", order.of("LMI_SIM_MODE"));
    fields.put("LMI_PAYMENT_DESC", order.description());
    order
        .form()
        .forEach((name, value) -> {
          if (!name.startsWith("LMI_")) fields.put(name, value);
        });
    if (order.faults().has(Fault.EXTRA)) fields.put("LMI_NOVELTY", "since 2030");
    return fields;
  }

  private static String encoded(Map<String, String> fields, boolean rawPlus) {
    var text = new StringBuilder();
    fields.forEach((name, value) -> {
      if (!text.isEmpty()) text.append('&');
      var written = URLEncoder.encode(value, StandardCharsets.UTF_8);
      text.append(name).append('=').append(rawPlus ? written.replace("%2B", "+") : written);
    });
    return text.toString();
  }
}

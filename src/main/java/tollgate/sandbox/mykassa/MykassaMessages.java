package tollgate.sandbox.mykassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tollgate.sandbox.Callback.Message;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Spoil;

/** What shops are told: that an order is paid (§2), and where its customer comes back from (§7). */
final class MykassaMessages {

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");

  private static final BigDecimal OTHER_AMOUNT = new BigDecimal("1.01");

  /** What stands for the number of the operation when the cabinet tries the address (§2). */
  private static final String TRIAL = "TEST_NOTICE";

  private MykassaMessages() {}

  /** {@code id}: the provider's number of the operation, which nobody signs (§3). */
  static Message notice(Bill bill, String id, Spoil spoil) {
    var words = bill.origin().account().words();
    var faults = bill.order().faults();
    var amount = spoil == Spoil.AMOUNT ? OTHER_AMOUNT : bill.order().amount();
    var word = spoil == Spoil.SIGNATURE ? words.first() : words.second();
    var fields = fields(bill, amountText(amount, faults), id);
    fields.put("SIGN", signed(fields, word, faults));
    var text = encoded(fields);
    return message(spoil == Spoil.GARBAGE ? text.substring(0, 20) + "%zz" : text, faults);
  }

  private static String amountText(BigDecimal amount, Faults faults) {
    var shown = faults.has(Fault.SHORT_AMOUNT) ? amount.stripTrailingZeros() : amount;
    return shown.toPlainString();
  }

  private static Map<String, String> fields(Bill bill, String amount, String id) {
    var order = bill.order();
    var fields = fields(bill.origin().account(), amount, id, order.name());
    if (order.faults().has(Fault.EXTRA)) fields.put("us_novelty", "2030");
    fields.putAll(own(bill));
    return fields;
  }

  private static Map<String, String> fields(
      MykassaAccount account, String amount, String id, String order) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("MERCHANT_ID", account.shop());
    fields.put("AMOUNT", amount);
    fields.put(account.free() ? "intid" : "MYKASSA_ID", id);
    fields.put("MERCHANT_ORDER_ID", order);
    if (account.free()) fields.put("CUR_ID", "4");
    return fields;
  }

  private static String signed(Map<String, String> fields, String word, Faults faults) {
    var sign =
        MykassaSignature.notice(
            fields.getOrDefault("MERCHANT_ID", ""),
            fields.getOrDefault("AMOUNT", ""),
            word,
            fields.getOrDefault("MERCHANT_ORDER_ID", ""));
    return faults.has(Fault.OTHER_CASE) ? sign.toUpperCase(Locale.ROOT) : sign;
  }

  private static Message message(String text, Faults faults) {
    return faults.has(Fault.BY_GET) ? Message.byGet(text) : new Message(HEADERS, text);
  }

  /** What the button in the cabinet sends. */
  static Message trial(MykassaAccount account, Faults faults) {
    var fields = fields(account, "1.00", TRIAL, "TEST");
    fields.put("SIGN", signed(fields, account.words().second(), faults));
    return message(encoded(fields), faults);
  }

  /** Where the browser goes from the page; empty when the cabinet has no such address. */
  static String back(Bill bill) {
    var to = bill.origin().account().cabinet().returnUrl();
    if (to.isEmpty()) return "";

    var fields = new LinkedHashMap<String, String>();
    fields.put("MERCHANT_ORDER_ID", bill.order().name());
    fields.put("intid", bill.id());
    fields.putAll(own(bill));
    return to + (to.contains("?") ? "&" : "?") + encoded(fields);
  }

  /** The shop's own values, which are echoed. */
  private static Map<String, String> own(Bill bill) {
    var own = new LinkedHashMap<String, String>();
    bill.order()
        .form()
        .forEach((name, value) -> {
          if (name.startsWith("us_")) own.put(name, value);
        });
    return own;
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}

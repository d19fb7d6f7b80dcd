package tollgate.sandbox.robokassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Spoil;

/** What the shop is told, by us and by the customer's browser (§4, §5). */
final class RobokassaMessages {

  private RobokassaMessages() {}

  /** The text for ResultURL, spoilt if asked for. */
  static String result(Invoice invoice, Spoil spoil) {
    return switch (spoil) {
      case NOT -> encoded(result(invoice, sum(invoice)));
      case GARBAGE -> encoded(result(invoice, sum(invoice))).substring(0, 30) + "%zz";
      case SIGNATURE -> {
        var fields = result(invoice, sum(invoice));
        fields.replaceAll((name, value) -> name.equals("SignatureValue") ? zeros(value) : value);
        yield encoded(fields);
      }
      case AMOUNT -> encoded(result(invoice, "1.010000"));
    };
  }

  private static String zeros(String signature) {
    return "0".repeat(signature.length());
  }

  private static String sum(Invoice invoice) {
    var decimals = invoice.order().faults().has(Fault.TWO_DECIMALS) ? 2 : 6;
    return invoice.order().sum().setScale(decimals).toPlainString();
  }

  private static Map<String, String> result(Invoice invoice, String sum) {
    var order = invoice.order();
    var account = invoice.origin().account();
    var text = RobokassaSignature.notice(sum, invoice, account.passwords().second(order.isTrial()));
    var signature = RobokassaSignature.of(text, account.hash());
    var lower = order.faults().has(Fault.OTHER_CASE);
    var fields = new LinkedHashMap<String, String>();
    fields.put("out_summ", sum);
    fields.put("OutSum", sum);
    fields.put("inv_id", "" + order.number());
    fields.put("InvId", "" + order.number());
    fields.put("crc", signature.toUpperCase(Locale.ROOT));
    fields.put("SignatureValue", lower ? signature : signature.toUpperCase(Locale.ROOT));
    fields.put("PaymentMethod", "BankCard");
    fields.put("IncSum", sum);
    fields.put("IncCurrLabel", "BankCardPSR");
    fields.put("EMail", order.form().getOrDefault("Email", ""));
    fields.put("Fee", "0.00");
    if (order.isTrial()) fields.put("IsTest", "1");
    if (order.faults().has(Fault.EXTRA)) fields.put("Novelty", "since 2030");
    fields.putAll(RobokassaSignature.own(order.form()));
    return fields;
  }

  /** Where the browser goes from the page; empty when the cabinet has no such address. */
  static String back(Invoice invoice) {
    var cabinet = invoice.origin().account().cabinet();
    var paid = invoice.isPaid() || invoice.word() == InvoiceState.CREDITING;
    var to = paid ? cabinet.successUrl() : cabinet.failUrl();
    if (to.isEmpty()) return "";

    return to + (to.contains("?") ? "&" : "?") + encoded(back(invoice, paid));
  }

  private static Map<String, String> back(Invoice invoice, boolean paid) {
    var sum = sum(invoice);
    var fields = new LinkedHashMap<String, String>();
    fields.put("OutSum", sum);
    fields.put("InvId", "" + invoice.order().number());
    if (paid) {
      var account = invoice.origin().account();
      var password = account.passwords().first(invoice.order().isTrial());
      var text = RobokassaSignature.notice(sum, invoice, password);
      fields.put("SignatureValue", RobokassaSignature.of(text, account.hash()));
    }
    fields.put("Culture", invoice.order().form().getOrDefault("Culture", "ru"));
    fields.putAll(RobokassaSignature.own(invoice.order().form()));
    return fields;
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}

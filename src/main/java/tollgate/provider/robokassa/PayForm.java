package tollgate.provider.robokassa;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tollgate.provider.Order;
import tollgate.provider.Reference;

/** The form that the customer's browser posts (section 2). */
final class PayForm {

  static final String ORDER = "Shp_order";
  static final String TOKEN = "Shp_token";

  private static final long INV_ID_MAX = 2_147_483_647;
  private static final int DESCRIPTION_CHARS_MAX = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT).withZone(ZoneOffset.UTC);

  private PayForm() {}

  static Map<String, String> of(Order order, Shop shop) {
    var sum = roubles(order);
    var number = invId(order);
    var own = new TreeMap<>(Map.of(ORDER, order.reference(), TOKEN, order.token()));
    var signature = Signature.of(shop, List.of(shop.login(), sum, number), shop.password1(), own);

    var fields = new LinkedHashMap<String, String>();
    fields.put("MerchantLogin", shop.login());
    fields.put("OutSum", sum);
    fields.put("InvId", number);
    fields.put("Description", description(order.description()));
    fields.put("SignatureValue", signature);
    fields.put("Encoding", "utf-8");
    fields.put("Email", order.person().getOrDefault("email", ""));
    fields.put("ExpirationDate", TIME.format(order.stamp().at().plusSeconds(order.limit())));
    fields.put("IsTest", shop.isTrial() ? "1" : "");
    fields.putAll(own);
    fields.values().removeIf(String::isEmpty);
    return fields;
  }

  /** {@link IllegalArgumentException} for what this provider cannot move. */
  private static String roubles(Order order) {
    var amount = order.amount();
    if (!amount.currency().equals(Robokassa.RUB) || !amount.isPositive()) {
      throw new IllegalArgumentException("no roubles: " + amount);
    }
    return amount.decimal();
  }

  /** The operation's number, which no other payment has. */
  static String invId(Order order) {
    var operation = Reference.read(order.reference()).orElseThrow().operation();
    if (operation > INV_ID_MAX) throw new IllegalArgumentException("too large: " + operation);

    return Long.toString(operation);
  }

  /** Russian and Latin letters, digits and punctuation; never empty, for the page wants one. */
  private static String description(String text) {
    var plain = text.replaceAll("[^A-Za-zА-Яа-яЁё0-9\\p{Punct}№«»—–]+", " ").strip();
    if (plain.isEmpty()) return "Payment";

    return plain.substring(0, Math.min(plain.length(), DESCRIPTION_CHARS_MAX)).strip();
  }
}

package tollgate.provider.touchngo;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import tollgate.money.Money;
import tollgate.provider.Order;
import tollgate.tenant.Gateway;

/**
 * The form that the customer's browser posts (section 3). Fields that would be empty are left out.
 */
final class PayForm {

  private static final int DESCRIPTION_CHARS_MAX = 255;
  private static final int NAME_CHARS_MAX = 100;

  private PayForm() {}

  static Map<String, String> of(Order order, Gateway gateway) {
    var amount = ringgit(order);
    var fields = new LinkedHashMap<String, String>();
    fields.put("MerchantCode", gateway.field(TouchnGo.MERCHANT_CODE));
    fields.put("TransNum", order.reference());
    fields.put("Currency", amount.code());
    fields.put("Amount", amount.decimal());
    fields.put("PaymentDesc", description(order));
    fields.put("FirstName", plain(told(order, "first_name"), NAME_CHARS_MAX));
    fields.put("Country", alpha3(told(order, "country")));
    fields.put("TransProvider", gateway.fields().getOrDefault(TouchnGo.TRANS_PROVIDER, ""));
    fields.put("ReturnURL", order.returnUrl());
    fields.put("CallbackURL", order.callbackUrl());
    fields.values().removeIf(String::isEmpty);

    var key = gateway.key(TouchnGo.MERCHANT_KEY);
    fields.put(Signature.FIELD, Signature.of(Signature.Purpose.PAY, fields, key));
    return fields;
  }

  /** {@link IllegalArgumentException} for what this provider cannot move. */
  static Money ringgit(Order order) {
    var amount = order.amount();
    if (!amount.currency().equals(TouchnGo.MYR) || !amount.isPositive()) {
      throw new IllegalArgumentException("no ringgit: " + amount);
    }
    return amount;
  }

  static String description(Order order) {
    return plain(order.description(), DESCRIPTION_CHARS_MAX);
  }

  private static String told(Order order, String name) {
    return order.person().getOrDefault(name, "");
  }

  /** Without control characters (1.5), cut where a character ends. */
  private static String plain(String text, int charsMax) {
    var plain = text.replaceAll("[\\x00-\\x1F\\x7F]+", " ").strip();
    if (plain.length() <= charsMax) return plain;

    boolean splits = Character.isHighSurrogate(plain.charAt(charsMax - 1));
    return plain.substring(0, splits ? charsMax - 1 : charsMax);
  }

  /** The Gate knows countries by two letters, this provider by three. */
  private static String alpha3(String alpha2) {
    if (!alpha2.matches("[A-Za-z]{2}")) return "";

    try {
      return Locale.of("", alpha2).getISO3Country();
    } catch (MissingResourceException unknown) {
      return "";
    }
  }
}

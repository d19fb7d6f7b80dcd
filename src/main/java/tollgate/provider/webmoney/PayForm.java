package tollgate.provider.webmoney;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tollgate.payment.Payment;
import tollgate.payment.RedirectData;
import tollgate.provider.Order;
import tollgate.provider.Reference;
import tollgate.signing.Digest;

/** The form that the customer's browser posts (section 3). All of it is ASCII. */
final class PayForm {

  /** The oldest limit of LMI_PAYMENT_NO, which every version of the service takes. */
  private static final long NUMBER_MAX = 2_147_483_647;

  private static final int DESCRIPTION_CHARS_MAX = 255;
  private static final String LINK = "2";

  private PayForm() {}

  /** {@link IllegalArgumentException} for what this purse cannot take. */
  static RedirectData of(Order order, Settings settings) {
    var page = settings.isUtf8() ? "/lmi/payment_utf.asp" : "/lmi/payment.asp";
    var means = settings.text(Settings.AUTHTYPE);
    var query = means.isEmpty() ? "" : "?at=authtype_" + means;
    return RedirectData.post(settings.base() + page + query, fields(order, settings));
  }

  private static Map<String, String> fields(Order order, Settings settings) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("LMI_PAYEE_PURSE", settings.purse());
    fields.put("LMI_PAYMENT_AMOUNT", amount(order, settings));
    fields.put(Mark.NUMBER, number(order));
    fields.put("LMI_PAYMENT_DESC_BASE64", description(order));
    fields.put("LMI_SIM_MODE", settings.text(Settings.SIM_MODE));
    fields.put("LMI_FAST_PHONENUMBER", phone(order));
    if (settings.text(Settings.FORM_URLS).equals("yes")) addUrls(fields, order);
    fields.put(Mark.FIELD, Mark.of(order.reference(), settings.gateway().key(Settings.SECRET_KEY)));
    fields.put(Mark.TOKEN, order.token());
    fields.put("LMI_PAYMENTFORM_SIGN", signature(fields, settings));
    fields.values().removeIf(String::isEmpty);
    return fields;
  }

  /** By link, the browser comes back as it left: what the forms would tell proves nothing. */
  private static void addUrls(Map<String, String> fields, Order order) {
    fields.put("LMI_RESULT_URL", order.callbackUrl());
    fields.put("LMI_SUCCESS_URL", order.returnUrl());
    fields.put("LMI_SUCCESS_METHOD", LINK);
    fields.put("LMI_FAIL_URL", order.returnUrl());
    fields.put("LMI_FAIL_METHOD", LINK);
  }

  static String amount(Order order, Settings settings) {
    var amount = order.amount();
    if (!amount.currency().equals(settings.unit().currency()) || !amount.isPositive()) {
      throw new IllegalArgumentException(
          settings.purse() + " takes " + settings.unit().currency() + ", not " + amount);
    }
    return amount.decimal();
  }

  static String number(Order order) {
    var operation = Reference.read(order.reference()).map(Payment.Id::operation).orElseThrow();
    if (operation > NUMBER_MAX) throw new IllegalArgumentException("too large: " + operation);

    return Long.toString(operation);
  }

  /** Never empty, for one of the two descriptions is required. */
  private static String description(Order order) {
    var plain = plain(order.description());
    var shown = plain.isEmpty() ? order.reference() : plain;
    return Base64.getEncoder().encodeToString(shown.getBytes(UTF_8));
  }

  /** Without control characters, cut where a character ends. */
  private static String plain(String text) {
    var plain = text.replaceAll("[\\x00-\\x1F\\x7F]+", " ").strip();
    if (plain.length() <= DESCRIPTION_CHARS_MAX) return plain;

    boolean splits = Character.isHighSurrogate(plain.charAt(DESCRIPTION_CHARS_MAX - 1));
    return plain.substring(0, splits ? DESCRIPTION_CHARS_MAX - 1 : DESCRIPTION_CHARS_MAX);
  }

  private static String phone(Order order) {
    var phone = order.person().getOrDefault("phone", "");
    return phone.matches("[0-9]{10,15}") ? phone : "";
  }

  /** Made where the shop has the key for it; the last mark is part of the text too. */
  private static String signature(Map<String, String> fields, Settings settings) {
    var key = settings.gateway().keys().get(Settings.X20_KEY);
    if (key == null) return "";

    var text =
        "%s;%s;%s;%s;"
            .formatted(
                fields.get("LMI_PAYEE_PURSE"),
                fields.get("LMI_PAYMENT_AMOUNT"),
                fields.get(Mark.NUMBER),
                key.reveal());
    return Digest.SHA256.hex(text);
  }
}

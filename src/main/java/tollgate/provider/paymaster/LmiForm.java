package tollgate.provider.paymaster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tollgate.money.Money;
import tollgate.provider.OneLine;
import tollgate.provider.Order;
import tollgate.tenant.Gateway;

/**
 * The form that the customer's browser posts (1.1). It is not signed, so whoever pays less than we
 * asked is found out by the notification.
 */
final class LmiForm {

  private static final int DESCRIPTION_CHARS_MAX = 255;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LmiForm() {}

  static Map<String, String> of(Order order, Gateway gateway) {
    var amount = rubles(order.amount());
    var fields = new LinkedHashMap<String, String>();
    fields.put("LMI_MERCHANT_ID", gateway.field(Paymaster.MERCHANT_ID));
    fields.put("LMI_PAYMENT_AMOUNT", amount.decimal());
    fields.put("LMI_CURRENCY", amount.code());
    fields.put("LMI_PAYMENT_NO", order.reference());
    fields.put("LMI_PAYMENT_DESC_BASE64", description(order));
    fields.put("LMI_INVOICE_CONFIRMATION_URL", order.callbackUrl());
    fields.put("LMI_PAYMENT_NOTIFICATION_URL", order.callbackUrl());
    fields.put("LMI_SUCCESS_URL", order.returnUrl());
    fields.put("LMI_FAILURE_URL", order.returnUrl());
    fields.put("LMI_EXPIRES", expiry(order));
    if (Paymaster.isTest(gateway)) {
      fields.put("LMI_SIM_MODE", gateway.field(Paymaster.SIM_MODE));
    }
    return fields;
  }

  /** {@link IllegalArgumentException} for what this provider cannot move. */
  static Money rubles(Money amount) {
    if (!amount.currency().equals(Paymaster.RUB) || !amount.isPositive()) {
      throw new IllegalArgumentException("no rubles: " + amount);
    }
    return amount;
  }

  private static String description(Order order) {
    var text = OneLine.of(order.description(), DESCRIPTION_CHARS_MAX, order.reference());
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String expiry(Order order) {
    Instant written = order.stamp().at();
    return TIME.format(written.plusSeconds(order.limit()));
  }
}

package tollgate.sandbox.touchngo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules for the fields of a payout (§10). */
final class PayoutForm {

  private static final BigDecimal LEAST = new BigDecimal("5.00");
  private static final BigDecimal MOST = new BigDecimal("20000.00");

  private static final Map<String, Pattern> REQUIRED =
      Map.of(
          "TransNum", Pattern.compile("[A-Za-z0-9-]{1,40}"),
          "Currency", Pattern.compile("MYR"),
          "Amount", Pattern.compile("(0|[1-9][0-9]{0,11})\\.[0-9]{2}"),
          "Account", Pattern.compile(".{1,64}"));

  private static final Map<String, Pattern> OPTIONAL =
      Map.of(
          "MerchantData", Pattern.compile("[A-Za-z0-9]{1,64}"),
          "PaymentDesc", Pattern.compile(".{1,255}"));

  private PayoutForm() {}

  static boolean isAcceptable(Form form) {
    return REQUIRED.entrySet().stream().allMatch(rule -> fits(rule, form))
        && OPTIONAL.entrySet().stream()
            .allMatch(rule -> form.get(rule.getKey()).isEmpty() || fits(rule, form))
        && PayForm.isUrl(form.get("CallbackURL"));
  }

  private static boolean fits(Map.Entry<String, Pattern> rule, Form form) {
    return rule.getValue().matcher(form.get(rule.getKey())).matches();
  }

  /** Beyond them it is a payout that failed, not a message that cannot be read. */
  static boolean isWithinLimits(Form form) {
    var amount = new BigDecimal(form.get("Amount"));
    return amount.compareTo(LEAST) >= 0 && amount.compareTo(MOST) <= 0;
  }
}

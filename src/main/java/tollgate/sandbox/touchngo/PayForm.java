package tollgate.sandbox.touchngo;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules for the fields of the redirect form (§3). */
final class PayForm {

  private static final BigDecimal LEAST = new BigDecimal("1.00");
  private static final BigDecimal MOST = new BigDecimal("30000.00");
  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,11})\\.[0-9]{2}");
  private static final int URL_LENGTH_MAX = 1024;

  private static final Map<String, Pattern> REQUIRED =
      Map.of(
          "TransNum", Pattern.compile("[A-Za-z0-9-]{1,40}"),
          "Currency", Pattern.compile("MYR"),
          "Amount", AMOUNT);

  private static final Map<String, Pattern> OPTIONAL =
      Map.of(
          "PaymentDesc", Pattern.compile(".{1,255}"),
          "FirstName", Pattern.compile(".{1,100}"),
          "Country", Pattern.compile("[A-Z]{3}"),
          "TransProvider", Pattern.compile("[A-Za-z0-9]{1,16}"));

  private PayForm() {}

  static boolean isAcceptable(Form form) {
    return REQUIRED.entrySet().stream().allMatch(rule -> fits(rule, form))
        && OPTIONAL.entrySet().stream()
            .allMatch(rule -> form.get(rule.getKey()).isEmpty() || fits(rule, form))
        && List.of("ReturnURL", "CallbackURL").stream().allMatch(name -> isUrl(form.get(name)))
        && isWithinLimits(new BigDecimal(form.get("Amount")));
  }

  private static boolean fits(Map.Entry<String, Pattern> rule, Form form) {
    return rule.getValue().matcher(form.get(rule.getKey())).matches();
  }

  private static boolean isWithinLimits(BigDecimal amount) {
    return amount.compareTo(LEAST) >= 0 && amount.compareTo(MOST) <= 0;
  }

  static boolean isUrl(String text) {
    if (text.isEmpty()) return true;
    if (text.length() > URL_LENGTH_MAX) return false;

    try {
      var url = new URI(text);
      var isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      return isWeb && url.getHost() != null && url.getFragment() == null;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }
}

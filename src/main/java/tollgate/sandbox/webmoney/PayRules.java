package tollgate.sandbox.webmoney;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The purses that are known, and the rules for the fields of a payment form (§3, §12). */
final class PayRules {

  private static final Pattern PURSE = Pattern.compile("[A-Z][0-9]{12}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
  private static final Pattern METHOD = Pattern.compile("|[012]");
  private static final int DESCRIPTION_CHARS_MAX = 255;
  private static final int URL_CHARS_MAX = 255;

  private final Map<String, WebmoneyAccount> byPurse;

  PayRules(List<WebmoneyAccount> accounts) {
    byPurse =
        accounts.stream().collect(Collectors.toMap(WebmoneyAccount::purse, Function.identity()));
  }

  Optional<WebmoneyAccount> purse(String purse) {
    return Optional.ofNullable(byPurse.get(purse));
  }

  /** Those of one owner: a refund is asked for by WMID. */
  List<WebmoneyAccount> ofWmid(String wmid) {
    return byPurse.values().stream().filter(account -> account.wmid().equals(wmid)).toList();
  }

  /** What is wrong with a form, for people; empty when nothing is. */
  Optional<String> refuses(WmForm form) {
    var purse = form.get("LMI_PAYEE_PURSE");
    if (!PURSE.matcher(purse).matches()) return Optional.of("The purse of the shop is no purse.");

    var account = purse(purse);
    if (account.isEmpty()) return Optional.of("The purse of the shop is unknown.");
    if (!isAmount(form.get("LMI_PAYMENT_AMOUNT"))) return Optional.of("The amount is wrong.");
    if (!NUMBER.matcher(form.get("LMI_PAYMENT_NO")).matches()) {
      return Optional.of("The number of the payment is wrong.");
    }
    var description = form.description();
    if (description.isEmpty() || description.length() > DESCRIPTION_CHARS_MAX) {
      return Optional.of("The description is missing or too long.");
    }
    var x20 = account.get().keys().x20();
    var isSigned = !form.get("LMI_PAYMENTFORM_SIGN").isEmpty();
    if ((isSigned || !x20.isEmpty()) && !WmHash.isForm(form, x20)) {
      return Optional.of("The signature of the form is wrong.");
    }
    return hasUrls(form) ? Optional.empty() : Optional.of("An address is wrong.");
  }

  private static boolean isAmount(String amount) {
    return AMOUNT.matcher(amount).matches() && new BigDecimal(amount).signum() > 0;
  }

  private static boolean hasUrls(WmForm form) {
    var methods = List.of("LMI_SUCCESS_METHOD", "LMI_FAIL_METHOD");
    return List.of("LMI_RESULT_URL", "LMI_SUCCESS_URL", "LMI_FAIL_URL").stream()
            .map(form::get)
            .allMatch(PayRules::isUrl)
        && methods.stream().allMatch(name -> METHOD.matcher(form.get(name)).matches());
  }

  private static boolean isUrl(String url) {
    return url.isEmpty() || (url.length() <= URL_CHARS_MAX && url.matches("https?://[^\\s<>\"]+"));
  }
}

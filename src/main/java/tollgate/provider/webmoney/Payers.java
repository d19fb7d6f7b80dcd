package tollgate.provider.webmoney;

import java.util.Map;
import java.util.regex.Pattern;
import tollgate.payment.Payer;
import tollgate.provider.Form;
import tollgate.provider.Xml;

/**
 * Who paid. Purse and WMID are proved by the hashes; phone and number of a payment by Keeper Mobile
 * are not, so they only inform, and say where a refund may go (section 7).
 */
final class Payers {

  static final String WMID = "wmid";
  static final String TELEPAT = "telepat_order";

  private static final Pattern PURSE = Pattern.compile("[A-Z][0-9]{12}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

  private Payers() {}

  static Payer of(Form form) {
    return payer(
        form.value("LMI_PAYER_PURSE"),
        form.value("LMI_PAYER_WM"),
        form.value("LMI_TELEPAT_PHONENUMBER"),
        form.value("LMI_TELEPAT_ORDERID"));
  }

  /** X18 does not tell the number of the payment at Telepat, and says {@code null} for no phone. */
  static Payer of(Xml operation) {
    return payer(
        operation.text("pursefrom"),
        operation.text("wmidfrom"),
        operation.text("telepat_phone"),
        "");
  }

  private static Payer payer(String purse, String wmid, String phone, String order) {
    return new Payer(
        Map.of(
            Payer.NUMBER,
            PURSE.matcher(purse).matches() ? purse : "",
            WMID,
            digits(wmid),
            Payer.PHONE,
            digits(phone),
            TELEPAT,
            digits(order)));
  }

  private static String digits(String text) {
    return DIGITS.matcher(text).matches() ? text : "";
  }
}

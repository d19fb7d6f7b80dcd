package tollgate.provider.touchngo;

import static tollgate.payment.Code.CANCELLED;
import static tollgate.payment.Code.CUSTOMER_ACCOUNT_GONE;
import static tollgate.payment.Code.CUSTOMER_CANCELLED;
import static tollgate.payment.Code.CUSTOMER_CURRENCY_UNSUPPORTED;
import static tollgate.payment.Code.CUSTOMER_FUNDS_SHORT;
import static tollgate.payment.Code.CUSTOMER_RESTRICTED;
import static tollgate.payment.Code.NOT_AUTHORIZED_TRY_LATER;
import static tollgate.payment.Code.PROVIDER_GENERAL_DECLINE;
import static tollgate.payment.Code.PROVIDER_LIMIT;
import static tollgate.payment.Code.PROVIDER_RISK_DECLINE;
import static tollgate.payment.Code.PROVIDER_SUSPICIOUS;
import static tollgate.payment.Code.PROVIDER_TIME_OUT;
import static tollgate.payment.Code.PROVIDER_UNAVAILABLE;
import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;

import java.util.Map;
import java.util.regex.Pattern;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;

/** The provider's words in ours (section 7). Only ever shown a form whose signature holds. */
final class Words {

  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,11})\\.[0-9]{2}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");

  private static final Map<String, Code> FAILURES =
      Map.ofEntries(
          Map.entry("30", PROVIDER_GENERAL_DECLINE),
          Map.entry("31", CUSTOMER_FUNDS_SHORT),
          Map.entry("32", PROVIDER_LIMIT),
          Map.entry("33", CUSTOMER_RESTRICTED),
          Map.entry("34", CUSTOMER_ACCOUNT_GONE),
          Map.entry("35", CUSTOMER_CURRENCY_UNSUPPORTED),
          Map.entry("36", PROVIDER_RISK_DECLINE),
          Map.entry("37", PROVIDER_SUSPICIOUS),
          Map.entry("40", PROVIDER_VALIDATION_ERROR),
          Map.entry("50", PROVIDER_UNAVAILABLE),
          Map.entry("51", NOT_AUTHORIZED_TRY_LATER));

  /** 11 and 12 are answers to a cancel of our own, by then declined already, or of the merchant. */
  private static final Map<String, Code> CANCELLATIONS = Map.of("11", CANCELLED, "12", CANCELLED);

  private Words() {}

  static ProviderEvent event(Form form) {
    var id = ID.matcher(form.value("TransId")).matches() ? form.value("TransId") : "";
    var code = form.value("Code");
    return switch (form.value("Status")) {
      case "SUCCESS" -> paid(form, id);
      case "PENDING" -> new SalePending(id);
      case "FAILED" -> new SaleDeclined(FAILURES.getOrDefault(code, PROVIDER_GENERAL_DECLINE), id);
      case "CANCELLED" ->
          new SaleDeclined(CANCELLATIONS.getOrDefault(code, CUSTOMER_CANCELLED), id);
      case "TIMEOUT" -> new SaleDeclined(PROVIDER_TIME_OUT, id);
      case String other ->
          new Doubtful("status " + other.substring(0, Math.min(other.length(), 40)));
    };
  }

  /** Another amount than agreed is the payment's to refuse; one that cannot be read is nothing. */
  private static ProviderEvent paid(Form form, String id) {
    var amount = form.value("Amount");
    if (!form.value("Currency").equals("MYR") || !AMOUNT.matcher(amount).matches()) {
      return new Doubtful("success of an unreadable amount");
    }
    return new SaleApproved(Money.parse(amount, TouchnGo.MYR), id);
  }
}

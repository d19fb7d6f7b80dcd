package tollgate.provider.touchngo;

import static tollgate.payment.Code.ACQUIRER_BALANCE_SHORT;
import static tollgate.payment.Code.CANCELLED;
import static tollgate.payment.Code.CREDITING_BLOCKED;
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
import static tollgate.payment.Code.WRONG_ACCOUNT_DATA;

import java.util.Map;
import java.util.regex.Pattern;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutPending;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Form;

/**
 * The provider's words in ours (sections 7 and 10). Only ever shown a form whose signature holds.
 */
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

  /** Those that only payouts know (section 10). */
  private static final Map<String, Code> PAYOUT_FAILURES =
      Map.of("38", WRONG_ACCOUNT_DATA, "39", CREDITING_BLOCKED, "52", ACQUIRER_BALANCE_SHORT);

  /** 11 and 12 are answers to a cancel of our own, by then declined already, or of the merchant. */
  private static final Map<String, Code> CANCELLATIONS = Map.of("11", CANCELLED, "12", CANCELLED);

  private Words() {}

  static ProviderEvent event(Form form) {
    var id = id(form);
    var code = form.value("Code");
    return switch (form.value("Status")) {
      case "SUCCESS" -> paid(form, id);
      case "PENDING" -> new SalePending(id);
      case "FAILED" -> new SaleDeclined(FAILURES.getOrDefault(code, PROVIDER_GENERAL_DECLINE), id);
      case "CANCELLED" ->
          new SaleDeclined(CANCELLATIONS.getOrDefault(code, CUSTOMER_CANCELLED), id);
      case "TIMEOUT" -> new SaleDeclined(PROVIDER_TIME_OUT, id);
      case String other -> unknown(other);
    };
  }

  /** Of a form that is known to be about the payout that was ordered. */
  static ProviderEvent payout(Form form) {
    return switch (form.value("Status")) {
      case "SUCCESS" -> new PayoutApproved(id(form));
      case "PENDING" -> new PayoutPending(id(form));
      case "FAILED" -> new PayoutDeclined(payoutFailure(form.value("Code")), id(form));
      case "CANCELLED" -> new PayoutDeclined(CUSTOMER_CANCELLED, id(form));
      case "TIMEOUT" -> new PayoutDeclined(PROVIDER_TIME_OUT, id(form));
      case String other -> unknown(other);
    };
  }

  private static Code payoutFailure(String code) {
    var common = FAILURES.getOrDefault(code, PROVIDER_GENERAL_DECLINE);
    return PAYOUT_FAILURES.getOrDefault(code, common);
  }

  private static String id(Form form) {
    var id = form.value("TransId");
    return ID.matcher(id).matches() ? id : "";
  }

  private static Doubtful unknown(String status) {
    return new Doubtful("status " + status.substring(0, Math.min(status.length(), 40)));
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

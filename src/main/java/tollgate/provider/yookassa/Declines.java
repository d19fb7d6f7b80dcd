package tollgate.provider.yookassa;

import static tollgate.payment.Code.CANCELLED;
import static tollgate.payment.Code.CUSTOMER_ACCOUNT_GONE;
import static tollgate.payment.Code.CUSTOMER_CANCELLED;
import static tollgate.payment.Code.CUSTOMER_FUNDS_SHORT;
import static tollgate.payment.Code.CUSTOMER_RESTRICTED;
import static tollgate.payment.Code.PROVIDER_DECLINE;
import static tollgate.payment.Code.PROVIDER_GENERAL_DECLINE;
import static tollgate.payment.Code.PROVIDER_LIMIT;
import static tollgate.payment.Code.PROVIDER_RISK_DECLINE;
import static tollgate.payment.Code.PROVIDER_TIME_OUT;
import static tollgate.payment.Code.PROVIDER_UNAVAILABLE;
import static tollgate.payment.Code.WRONG_ACCOUNT_DATA;

import java.util.Map;
import tollgate.payment.Code;
import tollgate.provider.JsonMessage;

/** Why a payment was cancelled, in the Gate's codes (B.2). The list grows: others are general. */
final class Declines {

  private static final Map<String, Code> REASONS =
      Map.ofEntries(
          Map.entry("3d_secure_failed", PROVIDER_DECLINE),
          Map.entry("call_issuer", PROVIDER_DECLINE),
          Map.entry("card_expired", CUSTOMER_ACCOUNT_GONE),
          Map.entry("country_forbidden", CUSTOMER_RESTRICTED),
          Map.entry("expired_on_confirmation", PROVIDER_TIME_OUT),
          Map.entry("expired_on_capture", PROVIDER_TIME_OUT),
          Map.entry("fraud_suspected", PROVIDER_RISK_DECLINE),
          Map.entry("identification_required", CUSTOMER_RESTRICTED),
          Map.entry("insufficient_funds", CUSTOMER_FUNDS_SHORT),
          Map.entry("internal_timeout", PROVIDER_TIME_OUT),
          Map.entry("invalid_card_number", WRONG_ACCOUNT_DATA),
          Map.entry("invalid_csc", WRONG_ACCOUNT_DATA),
          Map.entry("issuer_unavailable", PROVIDER_UNAVAILABLE),
          Map.entry("payment_method_limit_exceeded", PROVIDER_LIMIT),
          Map.entry("payment_method_restricted", CUSTOMER_RESTRICTED),
          Map.entry("permission_revoked", CUSTOMER_CANCELLED),
          Map.entry("canceled_by_merchant", CANCELLED));

  private Declines() {}

  static Code of(JsonMessage object) {
    var reason = object.text("cancellation_details", "reason");
    return REASONS.getOrDefault(reason, PROVIDER_GENERAL_DECLINE);
  }
}

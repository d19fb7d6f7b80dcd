package tollgate.provider.midtrans;

import static tollgate.payment.Code.CUSTOMER_ACCOUNT_GONE;
import static tollgate.payment.Code.CUSTOMER_FUNDS_SHORT;
import static tollgate.payment.Code.CUSTOMER_RESTRICTED;
import static tollgate.payment.Code.INVALID_PROVIDER_REQUEST;
import static tollgate.payment.Code.NOT_AUTHORIZED_TRY_LATER;
import static tollgate.payment.Code.NOT_SUPPORTED_BY_PROVIDER;
import static tollgate.payment.Code.PROVIDER_DECLINE;
import static tollgate.payment.Code.PROVIDER_GENERAL_DECLINE;
import static tollgate.payment.Code.PROVIDER_RISK_DECLINE;
import static tollgate.payment.Code.PROVIDER_UNAVAILABLE;
import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;

/** Why Midtrans or GoPay says no, in the Gate's codes. */
final class Declines {

  /**
   * Codes that refuse a charge before a transaction exists (section 9). Not among them: 406, which
   * says that one exists, 412, and everything from 500 on.
   */
  private static final Map<String, Code> REFUSALS =
      Map.ofEntries(
          Map.entry("400", PROVIDER_VALIDATION_ERROR),
          Map.entry("401", NOT_AUTHORIZED_TRY_LATER),
          Map.entry("402", NOT_SUPPORTED_BY_PROVIDER),
          Map.entry("403", INVALID_PROVIDER_REQUEST),
          Map.entry("404", CUSTOMER_ACCOUNT_GONE),
          Map.entry("405", INVALID_PROVIDER_REQUEST),
          Map.entry("408", PROVIDER_VALIDATION_ERROR),
          Map.entry("410", CUSTOMER_RESTRICTED),
          Map.entry("411", NOT_AUTHORIZED_TRY_LATER),
          Map.entry("413", PROVIDER_VALIDATION_ERROR));

  /** GoPay's own reasons, in {@code channel_response_code} of a denial. */
  private static final Map<String, Code> DENIALS =
      Map.of(
          "101", CUSTOMER_ACCOUNT_GONE,
          "110", NOT_SUPPORTED_BY_PROVIDER,
          "112", CUSTOMER_RESTRICTED,
          "201", CUSTOMER_FUNDS_SHORT,
          "900", PROVIDER_UNAVAILABLE,
          "1703", NOT_SUPPORTED_BY_PROVIDER,
          "4060", PROVIDER_RISK_DECLINE);

  private Declines() {}

  /** Why a charge was refused; null when the code does not say that it was. */
  static @Nullable Code ofRefusal(Message message) {
    return message.code().equals("202") ? ofDenial(message) : REFUSALS.get(message.code());
  }

  static Code ofDenial(Message message) {
    if (message.text("fraud_status").equals("deny")) return PROVIDER_RISK_DECLINE;
    if (!message.has("channel_response_code")) return PROVIDER_GENERAL_DECLINE;

    return DENIALS.getOrDefault(message.text("channel_response_code"), PROVIDER_DECLINE);
  }
}

package tollgate.payment;

/**
 * The Gate protocol's unified codes: why an operation ended as it did, or why a request was
 * refused. One registry, so that a number and its public message are never written twice. Ranges: 0
 * success; 1xx–9xx platform; 2xxx–3xxx request and data; 9999, 19999, 29999 waiting; 20xxx non-card
 * providers; 30xxx merchant. Source of numbers and messages: the published list of unified codes.
 */
public enum Code {
  SUCCESS(0, "Success"),
  PLATFORM_DECLINE(100, "General decline"),
  CANCELLED(301, "Cancelled"),
  ACCESS_DENIED(303, "Access denied"),
  NOT_ALLOWED_FOR_PROJECT(310, "This operation is not allowed by project settings"),
  PROVIDER_NOT_AVAILABLE(314, "Provider is not available now to perform the operation"),
  RISK_DECLINE(402, "RCS reject. Declined by Risk System"),
  INTERNAL_ERROR(501, "Internal error"),
  VALIDATION_ERROR(502, "Validation error"),
  BALANCE_SHORT(504, "Insufficient funds on the balance"),
  TRY_AGAIN(601, "Try again"),
  NETWORK_ERROR(602, "Network error"),
  AUTO_DECLINE(603, "Auto decline"),
  MALFORMED_REQUEST(702, "Malformed request"),
  PAYOUT_CAP_EXCEEDED(904, "Exceeded allowed amount for payout"),
  INVALID_JSON(2003, "Invalid JSON string"),
  FIELD_MISSING(2004, "Required field not provided"),
  INVALID_CUSTOMER_ID(2124, "Invalid Customer ID"),
  LOCK_ERROR(2147, "Lock Error"),
  CUSTOMER_ID_REQUIRED(2154, "Customer ID is required for project"),
  INVALID_EMAIL(2426, "Invalid Email"),
  PROJECT_ID_MISSING(2442, "Project ID not found"),
  UNKNOWN_METHOD(2541, "Unknown Payment Method"),
  INVALID_BIRTH_DATE(2609, "Invalid day of birth"),
  INVALID_COUNTRY(2610, "Invalid Country"),
  AMOUNT_ABOVE_LIMIT(2642, "Operation amount is greater than limit"),
  RULES_FAILED(2701, "Rules Failed Code"),
  CURRENCY_DISABLED(3023, "Provided currency disabled for Project ID"),
  INVALID_PAYMENT_ID(3024, "Invalid Payment ID"),
  MERCHANT_BALANCE_SHORT(3028, "Insufficient funds on merchant balance"),
  PAYMENT_ID_EXISTS(3041, "Payment ID already exists"),
  STATUS_DOES_NOT_ALLOW(3060, "Current payment or operation status does not allow this action"),
  NOT_FOUND(3061, "Transaction not found"),
  DETAILS_NOT_RECEIVED(3062, "Payment details not received"),
  ILLEGAL_TRANSITION(3081, "State Machine Flow Break"),
  INVALID_CURRENCY(3121, "Invalid currency"),
  AML_DECLINE(3199, "Operation was declined by AML checks"),
  REFUND_ID_EXISTS(3230, "The operation with such merchant_refund_id already exists"),
  ACCOUNT_MISSING(3242, "Account must be defined"),
  INVALID_SIGNATURE(3261, "Invalid signature"),
  EMPTY_SIGNATURE(3262, "Empty signature"),
  REFUND_ABOVE_AMOUNT(3283, "Refund amount more than init amount"),
  REFUND_CURRENCY_DIFFERS(3284, "Refund currency mismatched or empty"),
  AMOUNT_MISSING(3286, "The property amount is required"),
  CURRENCY_MISSING(3287, "The property currency is required"),
  AMOUNT_BELOW_LIMIT(3358, "Operation amount is less than limit"),
  REFUND_UNAVAILABLE(3610, "Refund unavailable for the current operation"),
  DUPLICATE_OPERATION(3613, "Duplicate operation"),
  AWAITING_PROCESSING(9999, "Awaiting processing"),
  AWAITING_PROVIDER(19999, "Awaiting processing"),
  PROVIDER_GENERAL_DECLINE(20000, "General decline"),
  PROVIDER_DECLINE(20100, "Declined by external provider"),
  PROVIDER_LIMIT(20101, "Decline due to amount or frequency limit"),
  WRONG_ACCOUNT_DATA(20102, "Incorrect account data entered"),
  CUSTOMER_FUNDS_SHORT(20105, "Insufficient funds on customer account"),
  CUSTOMER_ACCOUNT_GONE(20106, "Customer account is no longer available"),
  CUSTOMER_CURRENCY_UNSUPPORTED(20107, "Customer account does not support requested currency"),
  CUSTOMER_RESTRICTED(20201, "Restrictions for the customer account"),
  PROVIDER_UNAVAILABLE(20202, "PSP system is unavailable"),
  CREDITING_BLOCKED(20204, "Crediting this customer account is blocked"),
  CUSTOMER_CANCELLED(20301, "Account owner cancelled operation"),
  INCORRECT_AMOUNT_PAID(20304, "Incorrect amount paid"),
  PROVIDER_RISK_DECLINE(20401, "Declined by PSP risk system"),
  PROVIDER_SUSPICIOUS(20402, "Suspicious operation"),
  PROVIDER_VALIDATION_ERROR(20502, "Error during operation validation"),
  ACQUIRER_BALANCE_SHORT(20504, "Insufficient funds on acquirer balance"),
  PROVIDER_TRY_AGAIN(20601, "Try again"),
  PROVIDER_TIME_OUT(20602, "Time-out"),
  NOT_AUTHORIZED_TRY_LATER(20603, "Operation could not be authorized. Try again later"),
  NOTIFICATION_NOT_DELIVERED(20604, "Notification is not delivered"),
  WRONG_SEQUENCE(20701, "Wrong requests sequence"),
  INVALID_PROVIDER_REQUEST(20702, "Invalid request. Try again"),
  INVOICE_NOT_FOUND(20703, "Invoice not found"),
  NOT_SUPPORTED_BY_PROVIDER(20706, "Operation not supported by provider"),
  APPROVED_NOT_PROCESSED(20801, "Payment provider approved but did not process the operation"),
  OUTCOME_UNKNOWN(
      20802,
      "The payment provider did not confirm neither successful nor negative status"
          + " of the payment transaction"),
  DECLINED_BY_MERCHANT(30000, "Operation was declined by merchant");

  private final int number;
  private final String message;

  Code(int number, String message) {
    this.number = number;
    this.message = message;
  }

  public int number() {
    return number;
  }

  /** The number as the wire has it: a string of digits. */
  public String digits() {
    return Integer.toString(number);
  }

  /** The public message that belongs to the number. */
  public String message() {
    return message;
  }

  /** The code with this number; {@link IllegalArgumentException} when there is none. */
  public static Code of(int number) {
    for (var code : values()) {
      if (code.number == number) return code;
    }
    throw new IllegalArgumentException("no such code: " + number);
  }
}

package tollgate.web;

import tollgate.payment.Code;
import tollgate.payment.Details;
import tollgate.payment.Details.Returns;

/**
 * The members of a payout, each in its form: gate-api, section 4.
 *
 * @param amount in minor units, at least 1
 * @param account the customer's wallet at the provider; leading zeros count
 */
record PayoutRequest(
    String paymentId,
    String customer,
    long amount,
    String currency,
    String account,
    Details details)
    implements Refusing.Asked {

  /** Nobody is sent anywhere. */
  private static final Returns NOWHERE = new Returns("", null, null);

  /** Throws {@link GateRefusal} with all that is missing or malformed. */
  static PayoutRequest read(GateRequest request) {
    var root = request.fields();
    var payment = root.in("payment");
    var payout =
        new PayoutRequest(
            root.in("general").required("payment_id", Rule.PAYMENT_ID),
            root.in("customer").required("id", Rule.CUSTOMER_ID),
            payment.required("amount", 1),
            payment.required("currency", Rule.CURRENCY),
            account(root),
            Particulars.details(request, root, NOWHERE));
    root.check();
    return payout;
  }

  private static String account(Fields root) {
    var account = root.in("account");
    if (account.has("number")) return account.required("number", Rule.ACCOUNT);

    account.bad("number", Code.ACCOUNT_MISSING, "is required");
    return "";
  }
}

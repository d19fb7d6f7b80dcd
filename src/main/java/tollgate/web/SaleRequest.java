package tollgate.web;

import org.jspecify.annotations.Nullable;
import tollgate.payment.Details;
import tollgate.payment.Details.Returns;

/**
 * The members of a sale, each in its form: gate-api, section 4. Whether the project may have it is
 * asked later.
 *
 * @param amount in minor units, at least 1
 * @param wallet number of the wallet to top up
 */
record SaleRequest(
    String paymentId,
    String customer,
    long amount,
    String currency,
    @Nullable String wallet,
    Details details)
    implements Refusing.Asked {

  /** Throws {@link GateRefusal} with all that is missing or malformed. */
  static SaleRequest read(GateRequest request) {
    var root = request.fields();
    var general = root.in("general");
    var payment = root.in("payment");
    var customer = root.in("customer");
    var sale =
        new SaleRequest(
            general.required("payment_id", Rule.PAYMENT_ID),
            customer.required("id", Rule.CUSTOMER_ID),
            payment.required("amount", 1),
            payment.required("currency", Rule.CURRENCY),
            root.has("wallet") ? root.in("wallet").required("account_id", Rule.ACCOUNT) : null,
            details(request, root));
    root.check();
    return sale;
  }

  private static Details details(GateRequest request, Fields root) {
    var urls = root.in("return_url");
    var returns =
        new Returns(
            urls.required("success", Rule.URL),
            urls.optional("decline", Rule.URL),
            urls.optional("return", Rule.URL));
    return Particulars.details(request, root, returns);
  }
}

package tollgate.web;

import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;
import tollgate.payment.Refund;

/**
 * The members of a refund, each in its form: gate-api, sections 4 and 8.
 *
 * @param paymentId of the purchase
 * @param amount in minor units; with {@code currency}, or neither for all that is left
 */
record RefundRequest(
    String paymentId,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String merchantsId,
    String comment,
    @Nullable String webhookUrl)
    implements Refusing.Asked {

  /** Throws {@link GateRefusal} with all that is missing or malformed. */
  static RefundRequest read(GateRequest request) {
    var root = request.fields();
    var payment = root.in("payment");
    var hasAmount = payment.has("amount");
    var currency = payment.optional("currency", Rule.CURRENCY);
    var comment = payment.optional("description", Rule.TEXT);
    var refund =
        new RefundRequest(
            root.in("general").required("payment_id", Rule.PAYMENT_ID),
            hasAmount ? (Long) payment.required("amount", 1) : null,
            currency,
            payment.optional("merchant_refund_id", Rule.TEXT),
            comment == null ? "" : comment,
            Particulars.webhookUrl(root, request.project()));
    if (hasAmount && currency == null) {
      payment.bad("currency", Code.CURRENCY_MISSING, "comes with amount");
    }
    if (!hasAmount && currency != null) {
      payment.bad("amount", Code.AMOUNT_MISSING, "comes with currency");
    }
    root.check();
    return refund;
  }

  Refund.Wish wish(String requestId) {
    return new Refund.Wish(requestId, merchantsId, comment, webhookUrl);
  }
}

package tollgate.gate;

import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Invoice;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.payment.Terms;
import tollgate.tenant.Commission;

/** One operation of a payment as the wire has it: gate-api, section 7.3. */
final class OperationBody {

  private OperationBody() {}

  /** The payment's own operation: the sale, the payout, or the invoice of a link. */
  static Json.Obj of(Payment payment) {
    var wording = Wording.of(payment);
    var terms = payment.terms();
    var body =
        Json.object()
            .put("id", operation(payment))
            .put("type", Wording.operation(payment))
            .put("status", wording.status())
            .put("date", GateTime.of(payment.changedAt()))
            .put("created_date", GateTime.of(payment.openedAt()))
            .put("request_id", terms.requestId())
            .put("sum_initial", sum(terms.amount()))
            .put("sum_converted", sum(payment.askedFor()))
            .put("code", wording.code().digits())
            .put("message", wording.code().message())
            .put("provider", provider(payment, payment.providersId()));
    var commission = terms.deal().commission();
    if (commission != null) body.put("commission", commission(terms, commission));
    return body.build();
  }

  /** An addition of ours to the wire: what it cost, and who paid that. */
  private static ObjBuilder commission(Terms terms, Commission commission) {
    var whole = commission.arrives().equals(terms.amount());
    var paidBy = commission.owed().isPositive() ? "company" : whole ? "payer" : "receiver";
    return sum(commission.fee()).put("paid_by", paidBy);
  }

  private static long operation(Payment payment) {
    return payment instanceof Link link ? link.invoice().operation() : payment.id().operation();
  }

  /** The link that a sale came of: done, for it became the sale when the customer confirmed. */
  static Json.Obj of(Sale sale, Invoice invoice) {
    var terms = sale.terms();
    return Json.object()
        .put("id", invoice.operation())
        .put("type", Wording.INVOICE)
        .put("status", "success")
        .put("date", GateTime.of(sale.openedAt()))
        .put("created_date", GateTime.of(invoice.openedAt()))
        .put("request_id", terms.requestId())
        .put("sum_initial", sum(terms.amount()))
        .put("sum_converted", sum(terms.amount()))
        .put("code", Code.SUCCESS.digits())
        .put("message", Code.SUCCESS.message())
        .put("provider", provider(sale, ""))
        .build();
  }

  static Json.Obj of(Payment payment, Refund refund) {
    var wording = Wording.of(refund.state());
    return Json.object()
        .put("id", refund.operation())
        .put("type", Wording.operation(refund.kind()))
        .put("status", wording.status())
        .put("date", GateTime.of(refund.changedAt()))
        .put("created_date", GateTime.of(refund.openedAt()))
        .put("request_id", refund.wish().requestId())
        .put("sum_initial", sum(refund.amount()))
        .put("sum_converted", sum(refund.charged()))
        .put("code", wording.code().digits())
        .put("message", wording.code().message())
        .put("provider", provider(payment, refund.providersId()))
        .build();
  }

  static ObjBuilder sum(Money money) {
    return Json.object().put("amount", money.minor()).put("currency", money.code());
  }

  private static ObjBuilder provider(Payment payment, String providersId) {
    return Json.object()
        .put("id", payment.terms().gateway())
        .put("payment_id", providersId)
        .put("auth_code", "");
  }
}

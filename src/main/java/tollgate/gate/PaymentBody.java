package tollgate.gate;

import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Invoice;
import tollgate.payment.Link;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.tenant.Project;

/**
 * What a merchant is told of a payment, not yet signed: the body of a webhook (gate-api, section
 * 7.3) and that of a status answer (section 9.1), which are one body with one member different.
 *
 * <p>Nothing here is ever null or a fraction, no integer reaches 2^53 and no list is longer than
 * ten, so that every public client of the protocol can verify the signature (section 2.4).
 */
public final class PaymentBody {

  /** Section 2.4: public verifiers lose the order of longer lists. */
  private static final int OPERATIONS_MAX = 10;

  private PaymentBody() {}

  /** The body of a webhook about the first operation. {@code project} is whose payment it is. */
  public static Json.Obj webhook(Payment payment, Project project) {
    var body = head(payment, null, project).put("operation", OperationBody.of(payment));
    return tail(body, payment).build();
  }

  /** The body of a webhook about a refund of the payment. */
  public static Json.Obj webhook(Payment payment, Refund refund, Project project) {
    return head(payment, refund, project)
        .put("operation", OperationBody.of(payment, refund))
        .build();
  }

  /** The body of a status answer: of many operations the latest ten, the latest of them last. */
  public static Json.Obj status(Payment payment, Project project) {
    var operations = new ArrayList<Json>();
    var invoice = payment.terms().details().invoice();
    if (payment instanceof Sale sale && invoice != null) {
      operations.add(OperationBody.of(sale, invoice));
    }
    operations.add(OperationBody.of(payment));
    for (var refund : payment.refunds()) operations.add(OperationBody.of(payment, refund));
    var total = operations.size();
    var latest = operations.subList(Math.max(0, total - OPERATIONS_MAX), total);
    var newest = payment.refunds().isEmpty() ? null : payment.refunds().getLast();
    var body =
        head(payment, newest, project)
            .put("operations", Json.array(latest.toArray(Json[]::new)))
            .put("operations_total", total);
    return tail(body, payment).build();
  }

  /** The status answer about a payment that the project does not have: section 9.1. */
  public static Json.Obj notFound(long project, String paymentId) {
    return Json.object()
        .put("project_id", project)
        .put("payment", Json.object().put("id", paymentId).put("status", Wording.ERROR))
        .put("errors", errors(Code.NOT_FOUND))
        .build();
  }

  /** The public name of a method: its code, should the project have lost it since. */
  public static String methodTitle(Project project, String method) {
    var activation = project.activation(method);
    return activation == null ? method : activation.method().title();
  }

  private static ObjBuilder head(Payment payment, @Nullable Refund refund, Project project) {
    var terms = payment.terms();
    var about =
        Json.object()
            .put("id", terms.paymentId())
            .put("type", Wording.type(payment))
            .put("status", Wording.status(payment))
            .put("date", GateTime.of(changedAt(payment)));
    // Who pays a link has yet to choose.
    if (!(payment instanceof Link)) about.put("method", methodTitle(project, terms.method()));
    about
        .put("sum", OperationBody.sum(left(payment)))
        .put("description", terms.details().description());
    if (refund != null && refund.wish().merchantsId() != null) {
      about.put("merchant_refund_id", refund.wish().merchantsId());
    }
    var body =
        Json.object()
            .put("project_id", payment.id().project())
            .put("payment", about)
            .put("customer", Json.object().put("id", terms.customer()));
    return account(body, payment);
  }

  /** Of a payout, where it goes; of a sale, who paid, once the provider has told. */
  private static ObjBuilder account(ObjBuilder body, Payment payment) {
    var number = payment.terms().account();
    if (number != null) return body.put("account", Json.object().put("number", number));

    var payer = payer(payment);
    return payer == null ? body : body.put("account", payer);
  }

  /** Who paid, as the provider told it; null where nothing is known. */
  public static Json.@Nullable Obj payer(Payment payment) {
    if (!(payment instanceof Sale sale) || sale.payer().equals(Payer.NONE)) return null;

    var facts = Json.object();
    sale.payer().facts().forEach(facts::put);
    return facts.build();
  }

  private static Money left(Payment payment) {
    return payment instanceof Sale sale ? sale.left() : payment.terms().amount();
  }

  private static Instant changedAt(Payment payment) {
    var at = payment.changedAt();
    for (var refund : payment.refunds()) {
      if (refund.isDone() && refund.changedAt().isAfter(at)) at = refund.changedAt();
    }
    return at;
  }

  private static ObjBuilder tail(ObjBuilder body, Payment payment) {
    if (payment instanceof Link link) body.put("invoice", link(link.invoice()));
    if (payment.state() instanceof AwaitingCustomer waiting) {
      body.put("redirect_data", RedirectBody.of(waiting.redirect()));
    }
    var wallet = payment.terms().wallet();
    if (isCredited(payment) && wallet != null) {
      body.put("wallet", credit(wallet, payment.terms().arrives()));
    }
    if (payment.state() instanceof PaidLate late) body.put("late_success", late(payment, late));
    var wording = Wording.of(payment.state());
    return wording.isError() ? body.put("errors", errors(wording.code())) : body;
  }

  private static boolean isCredited(Payment payment) {
    return payment.state() instanceof Succeeded
        || (payment.state() instanceof PaidLate late && late.credited());
  }

  /** What became of money that the provider took after the end: an addition of ours to the wire. */
  private static ObjBuilder late(Payment payment, PaidLate late) {
    var refunds = payment.refunds();
    var outcome =
        late.credited()
            ? "credited"
            : refunds.stream().anyMatch(Refund::isDone)
                ? "refunded"
                : refunds.stream().anyMatch(Refund::isInFlight) ? "refunding" : "held";
    return OperationBody.sum(late.paid()).put("outcome", outcome);
  }

  private static ObjBuilder link(Invoice invoice) {
    return Json.object()
        .put("url", invoice.url())
        .put("best_before", GateTime.of(invoice.bestBefore()));
  }

  private static ObjBuilder credit(String wallet, Money money) {
    return Json.object()
        .put("account_id", wallet)
        .put("credited", money.minor())
        .put("currency", money.code());
  }

  private static Json errors(Code code) {
    return Json.array(
        Json.object().put("code", code.digits()).put("message", code.message()).build());
  }
}

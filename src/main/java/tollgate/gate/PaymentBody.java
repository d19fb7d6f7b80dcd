package tollgate.gate;

import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.tenant.Project;

/**
 * What a merchant is told of a payment, not yet signed: the body of a webhook (gate-api, section
 * 7.3) and that of a status answer (section 9.1), which are one body with one member different.
 *
 * <p>Nothing here is ever null or a fraction, no integer reaches 2^53 and no list is longer than
 * ten, so that every public client of the protocol can verify the signature (section 2.4).
 */
public final class PaymentBody {

  private static final String SALE = "sale";
  private static final String PURCHASE = "purchase";

  private PaymentBody() {}

  /** The body of a webhook. {@code project} is whose payment it is. */
  public static Json.Obj webhook(Payment payment, Project project) {
    var body = head(payment, project).put("operation", operation(payment));
    return tail(body, payment).build();
  }

  /** The body of a status answer. */
  public static Json.Obj status(Payment payment, Project project) {
    var body =
        head(payment, project)
            .put("operations", Json.array(operation(payment)))
            .put("operations_total", 1);
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

  private static ObjBuilder head(Payment payment, Project project) {
    var terms = payment.terms();
    var sale =
        Json.object()
            .put("id", terms.paymentId())
            .put("type", PURCHASE)
            .put("status", Wording.of(payment.state()).status())
            .put("date", GateTime.of(payment.changedAt()))
            .put("method", methodTitle(project, terms.method()))
            .put("sum", sum(terms.amount()))
            .put("description", terms.details().description());
    return Json.object()
        .put("project_id", payment.id().project())
        .put("payment", sale)
        .put("customer", Json.object().put("id", terms.customer()));
  }

  private static Json.Obj operation(Payment payment) {
    var wording = Wording.of(payment.state());
    var terms = payment.terms();
    var provider =
        Json.object()
            .put("id", terms.gateway())
            .put("payment_id", payment.providersId())
            .put("auth_code", "");
    return Json.object()
        .put("id", payment.id().operation())
        .put("type", SALE)
        .put("status", wording.status())
        .put("date", GateTime.of(payment.changedAt()))
        .put("created_date", GateTime.of(payment.openedAt()))
        .put("request_id", terms.requestId())
        .put("sum_initial", sum(terms.amount()))
        .put("sum_converted", sum(terms.amount()))
        .put("code", wording.code().digits())
        .put("message", wording.code().message())
        .put("provider", provider)
        .build();
  }

  private static ObjBuilder tail(ObjBuilder body, Payment payment) {
    if (payment.state() instanceof AwaitingCustomer waiting) {
      body.put("redirect_data", RedirectBody.of(waiting.redirect()));
    }
    var wallet = payment.terms().wallet();
    if (payment.state() instanceof Succeeded && wallet != null) {
      body.put("wallet", credit(wallet, payment.terms().amount()));
    }
    var wording = Wording.of(payment.state());
    return wording.isError() ? body.put("errors", errors(wording.code())) : body;
  }

  private static ObjBuilder sum(Money money) {
    return Json.object().put("amount", money.minor()).put("currency", money.code());
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

package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Opening.Accepted;
import tollgate.engine.Opening.PaymentIdUsed;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Payment;
import tollgate.payment.Sale;
import tollgate.payment.Terms;
import tollgate.payment.Timetable;
import tollgate.tenant.Activation;
import tollgate.web.GateAnswer.Known;

/** Takes sales: {@code POST /v2/payment/wallet/{method}/sale}. */
final class SaleRoute {

  /** Refusals on their way to the store; more are not remembered, for a flood must not fill us. */
  private static final int REMEMBERING_MAX = 256;

  private final WebParts parts;
  private final Admission admission;
  private final RequestIds requestIds = new RequestIds();
  private final AtomicInteger remembering = new AtomicInteger();

  SaleRoute(WebParts parts) {
    this.parts = parts;
    admission = new Admission(parts.providers(), parts.wallets());
  }

  void mount(Router router, GateDoor door) {
    door.mount(router, Endpoint.SALE, this::sale);
  }

  private Future<GateAnswer> sale(GateRequest request) {
    SaleRequest sale = null;
    try {
      sale = SaleRequest.read(request);
      var method = Endpoint.part(request.ctx(), "method");
      return open(request, sale, admission.admit(request.project(), method, sale));
    } catch (GateRefusal refusal) {
      return Future.succeededFuture(refuse(request, sale, refusal));
    }
  }

  private Future<GateAnswer> open(GateRequest request, SaleRequest sale, Activation activation) {
    return admission
        .wallet(request.project(), sale)
        .compose(_ -> parts.ids().next())
        .compose(operation -> open(step(operation, request, sale, activation)))
        .recover(failure -> Future.succeededFuture(failed(request, sale, failure)));
  }

  private Proposal step(
      long operation, GateRequest request, SaleRequest sale, Activation activation) {
    var method = activation.method();
    var terms =
        new Terms(
            sale.paymentId(),
            requestIds.of(operation),
            sale.customer(),
            method.code(),
            activation.gateway().number(),
            new Money(sale.amount(), method.currency()),
            sale.wallet(),
            null,
            null,
            new Timetable(activation.base(), activation.limit()),
            sale.details());
    var id = new Payment.Id(request.project().id(), operation);
    var range = new Payment.Range(method.min(), method.max());
    return Sale.open(id, terms, range, parts.clock().instant());
  }

  private Future<GateAnswer> open(Proposal step) {
    return parts
        .engine()
        .open(step)
        .map(opening ->
            switch (opening) {
              case Accepted accepted -> taken(accepted.payment());
              case PaymentIdUsed _ ->
                  throw GateRefusal.of(
                      409,
                      Code.PAYMENT_ID_EXISTS,
                      "general.payment_id",
                      "was used in this project before");
            });
  }

  /** Success of the request: taken for processing, and nothing more. */
  private static GateAnswer taken(Payment payment) {
    return GateAnswer.ok(
        Json.object()
            .put("status", "success")
            .put("request_id", payment.terms().requestId())
            .put("project_id", payment.id().project())
            .put("payment_id", payment.terms().paymentId())
            .build());
  }

  private GateAnswer failed(GateRequest request, SaleRequest sale, Throwable failure) {
    if (failure instanceof GateRefusal refusal) return refuse(request, sale, refusal);

    return GateDoor.failed(failure, new Known(null, request.project().id(), sale.paymentId()));
  }

  /** Refused, and remembered under an id that the merchant can ask about. */
  private GateAnswer refuse(GateRequest request, @Nullable SaleRequest sale, GateRefusal refusal) {
    var project = request.project().id();
    var paymentId = sale == null ? null : sale.paymentId();
    var requestId = requestIds.of(0);
    var answer = GateAnswer.refused(refusal, new Known(requestId, project, paymentId));
    if (remembering.incrementAndGet() <= REMEMBERING_MAX) {
      parts
          .refusals()
          .remember(project, requestId, answer.body().encode())
          .onComplete(_ -> remembering.decrementAndGet());
    } else {
      remembering.decrementAndGet();
    }
    return answer;
  }
}

package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import tollgate.money.Money;
import tollgate.payment.Deal;
import tollgate.payment.Sale;
import tollgate.payment.Terms;
import tollgate.payment.Timetable;
import tollgate.tenant.Activation;

/** Takes sales: {@code POST /v2/payment/wallet/{method}/sale}. */
final class SaleRoute {

  private final WebParts parts;
  private final Admission admission;
  private final Opens opens;
  private final Refusing refusing;

  SaleRoute(WebParts parts, Opens opens, Refusing refusing) {
    this.parts = parts;
    this.opens = opens;
    this.refusing = refusing;
    admission = new Admission(parts.providers(), parts.wallets());
  }

  void mount(Router router, GateDoor door) {
    door.mount(router, Endpoint.SALE, opens.once(this::sale));
  }

  private Future<GateAnswer> sale(GateRequest request) {
    return refusing.unless(request, () -> SaleRequest.read(request), sale -> begin(request, sale));
  }

  private Future<GateAnswer> begin(GateRequest request, SaleRequest sale) {
    var wanted = wanted(request, sale);
    return admission
        .wallet(request.project(), sale.wallet())
        .compose(_ -> opens.open(request, wanted));
  }

  private Opens.Wanted wanted(GateRequest request, SaleRequest sale) {
    var method = Endpoint.part(request.ctx(), "method");
    if (method.equals(Spending.METHOD)) {
      return Spending.admit(request.project(), sale, parts.clock());
    }
    var activation = admission.admit(request.project(), method, sale);
    var range = Admission.range(activation.bounds(activation.method().currency()));
    var at = parts.clock().instant();
    var deals = new Deals(parts.tenants().get(), request.project(), activation);
    var amount = deals.amount(sale);
    var terms = terms(sale, activation, amount, deals.of(sale, amount, at));
    return (id, requestId) -> Sale.open(id, terms.by(requestId), range, at);
  }

  /** But for the request's own id. */
  private static Terms terms(SaleRequest sale, Activation activation, Money amount, Deal deal) {
    return new Terms(
        sale.paymentId(),
        "",
        sale.customer(),
        activation.method().code(),
        activation.gateway().number(),
        amount,
        sale.wallet(),
        null,
        null,
        deal,
        new Timetable(activation.base(), activation.limit()),
        sale.details());
  }
}

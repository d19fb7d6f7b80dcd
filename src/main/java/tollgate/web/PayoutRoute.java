package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Optional;
import tollgate.money.Money;
import tollgate.payment.Deal;
import tollgate.payment.Payment;
import tollgate.payment.Payout;
import tollgate.payment.Terms;
import tollgate.payment.Timetable;
import tollgate.tenant.Activation;

/** Takes payouts: {@code POST /v2/payment/wallet/{method}/payout}. */
final class PayoutRoute {

  private final WebParts parts;
  private final Admission admission;
  private final Opens opens;
  private final Refusing refusing;

  PayoutRoute(WebParts parts, Opens opens, Refusing refusing) {
    this.parts = parts;
    this.opens = opens;
    this.refusing = refusing;
    admission = new Admission(parts.providers(), parts.wallets());
  }

  void mount(Router router, GateDoor door) {
    door.mount(router, Endpoint.PAYOUT, opens.once(this::payout));
  }

  private Future<GateAnswer> payout(GateRequest request) {
    return refusing.unless(
        request, () -> PayoutRequest.read(request), payout -> begin(request, payout));
  }

  private Future<GateAnswer> begin(GateRequest request, PayoutRequest payout) {
    var method = Endpoint.part(request.ctx(), "method");
    var activation = admission.admitPayout(request.project(), method, payout);
    return opens.open(request, wanted(request, payout, activation));
  }

  private Opens.Wanted wanted(GateRequest request, PayoutRequest payout, Activation activation) {
    var range = range(activation);
    var deals = new Deals(parts.tenants().get(), request.project(), activation);
    var amount = new Money(payout.amount(), activation.method().currency());
    var terms = terms(payout, activation, amount, deals.ofPayout(amount));
    return (id, requestId) -> Payout.open(id, terms.by(requestId), range, parts.clock().instant());
  }

  private static Payment.Range range(Activation activation) {
    return Admission.range(Optional.ofNullable(activation.method().payouts()));
  }

  /** But for the request's own id. */
  private static Terms terms(PayoutRequest payout, Activation activation, Money amount, Deal deal) {
    return new Terms(
        payout.paymentId(),
        "",
        payout.customer(),
        activation.method().code(),
        activation.gateway().number(),
        amount,
        null,
        null,
        payout.account(),
        deal,
        new Timetable(activation.base(), activation.limit()),
        payout.details());
  }
}

package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Handled;
import tollgate.engine.Handled.Decided;
import tollgate.engine.Handled.UnknownPayment;
import tollgate.engine.News;
import tollgate.engine.Stored;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;

/**
 * Takes refunds: {@code POST /v2/payment/wallet/{method}/refund}, and {@code POST
 * /v2/payment/refund} where the payment itself knows its method.
 */
final class RefundRoutes {

  private final WebParts parts;
  private final RequestIds requestIds;
  private final Repeats repeats;
  private final Refusing refusing;

  RefundRoutes(WebParts parts, RequestIds requestIds, Refusing refusing) {
    this.parts = parts;
    this.requestIds = requestIds;
    repeats = new Repeats(parts.firstAnswers(), parts.ids());
    this.refusing = refusing;
  }

  void mount(Router router, GateDoor door) {
    door.mount(router, Endpoint.REFUND, repeats.once(this::refund, this::begun));
    door.mount(router, Endpoint.REFUND_ANY, repeats.once(this::refund, this::begun));
  }

  private Future<Optional<GateAnswer>> begun(Payment.Id id) {
    return parts
        .payments()
        .ofRefund(id)
        .map(found -> found.flatMap(there -> begun(there.payment(), id.operation())));
  }

  private static Optional<GateAnswer> begun(Payment sale, long operation) {
    return Optional.ofNullable(sale.refund(operation))
        .map(refund -> Opens.taken(sale, refund.wish().requestId()));
  }

  private Future<GateAnswer> refund(GateRequest request) {
    return refusing.unless(
        request,
        () -> RefundRequest.read(request),
        refund -> refund(request, Endpoint.part(request.ctx(), "method"), refund));
  }

  private Future<GateAnswer> refund(GateRequest request, String method, RefundRequest refund) {
    var project = request.project();
    if (!method.isEmpty() && !method.equals(Spending.METHOD)) known(method);
    return parts
        .payments()
        .find(project.id(), refund.paymentId())
        .map(found -> refundable(found.map(Stored::payment).orElse(null), method))
        .compose(sale ->
            request
                .operation(parts.ids())
                .compose(id -> ask(sale, id, refund, project.terms().timeZone())));
  }

  private void known(String method) {
    if (parts.providers().method(method) == null) {
      throw GateRefusal.of(404, Code.UNKNOWN_METHOD, "no such payment method");
    }
  }

  /** Throws {@link GateRefusal}. */
  private Sale refundable(@Nullable Payment payment, String method) {
    if (payment == null || (!method.isEmpty() && !payment.terms().method().equals(method))) {
      throw GateRefusal.unknownPayment();
    }
    return switch (payment) {
      case Link _ -> throw refused(Code.STATUS_DOES_NOT_ALLOW, "nobody has paid the link");
      case Payout _ -> throw refused(Code.STATUS_DOES_NOT_ALLOW, "a payout is not refunded");
      case Sale sale when sale.terms().payer() != null || isRefundedByProvider(sale) -> sale;
      case Sale _ -> throw refused(Code.REFUND_UNAVAILABLE, "the method has no refunds");
    };
  }

  private boolean isRefundedByProvider(Sale sale) {
    var gateway = parts.tenants().get().gateway(sale.terms().gateway());
    if (gateway == null) return false;

    var provider = parts.providers().named(gateway.provider());
    return provider != null && provider.refunds(gateway).isPresent();
  }

  /** {@code zone}: whose midnight tells a reversal from a refund. */
  private Future<GateAnswer> ask(Sale sale, long operation, RefundRequest refund, ZoneId zone) {
    var requestId = requestIds.of(operation);
    var request = new Refund.Request(operation, amount(refund, sale), refund.wish(requestId), zone);
    return parts
        .engine()
        .handle(News.of(sale.id(), new RefundRequested(request)))
        .map(handled -> answer(handled, sale, requestId));
  }

  private @Nullable Money amount(RefundRequest refund, Sale sale) {
    if (refund.amount() == null || refund.currency() == null) return null;

    var agreed = sale.terms().amount();
    if (!agreed.code().equals(refund.currency())) {
      throw GateRefusal.of(
          400,
          Code.REFUND_CURRENCY_DIFFERS,
          "payment.currency",
          "the sale was in " + agreed.code());
    }
    checkStep(refund.amount(), sale);
    return new Money(refund.amount(), agreed.currency());
  }

  /** What the provider cannot give back would wait for ever. What is converted is cut to fit. */
  private void checkStep(long minor, Sale sale) {
    var terms = sale.terms();
    var method = terms.payer() == null ? parts.providers().method(terms.method()) : null;
    if (method == null || terms.deal().exchange() != null || minor % method.step() == 0) return;

    throw GateRefusal.of(
        400,
        Code.VALIDATION_ERROR,
        "payment.amount",
        "must be a multiple of " + method.step() + " minor units");
  }

  private static GateAnswer answer(Handled handled, Sale sale, String requestId) {
    return switch (handled) {
      case Decided(Denied denied) -> throw denied(denied.code());
      case Decided _ -> Opens.taken(sale, requestId);
      case UnknownPayment _ -> throw GateRefusal.unknownPayment();
    };
  }

  private static GateRefusal denied(Code code) {
    return switch (code) {
      case REFUND_ABOVE_AMOUNT ->
          GateRefusal.of(400, code, "payment.amount", "more than is left of the sale");
      case AMOUNT_BELOW_LIMIT ->
          GateRefusal.of(400, code, "payment.amount", "is nothing in the currency charged");
      case REFUND_ID_EXISTS ->
          GateRefusal.of(400, code, "payment.merchant_refund_id", "was used for this sale before");
      case MERCHANT_BALANCE_SHORT -> refused(code, "the company's balance is too low");
      case Code _ -> refused(code, "the sale or its wallet does not allow it now");
    };
  }

  private static GateRefusal refused(Code code, String description) {
    return GateRefusal.of(400, code, description);
  }
}

package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Optional;
import tollgate.engine.Handled;
import tollgate.engine.Handled.Decided;
import tollgate.engine.Handled.UnknownPayment;
import tollgate.engine.News;
import tollgate.engine.Opening.Accepted;
import tollgate.engine.Opening.PaymentIdUsed;
import tollgate.engine.Stored;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Deal;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Step;
import tollgate.payment.Details;
import tollgate.payment.Invoice;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.LinkCancelled;
import tollgate.payment.Terms;
import tollgate.payment.Timetable;

/**
 * Makes payment links, {@code POST /v2/payment/invoice/create}, and takes them back, {@code POST
 * /v2/payment/invoice/cancel}.
 */
final class LinkRoutes {

  /** Chosen by the customer, and not before. */
  private static final String NO_METHOD = "";

  private static final long NO_GATEWAY = 0;

  private final WebParts parts;
  private final RequestIds requestIds;
  private final Repeats repeats;
  private final Refusing refusing;
  private final Admission admission;
  private final LinkTokens tokens = new LinkTokens();

  LinkRoutes(WebParts parts, RequestIds requestIds, Refusing refusing) {
    this.parts = parts;
    this.requestIds = requestIds;
    repeats = new Repeats(parts.firstAnswers(), parts.ids());
    this.refusing = refusing;
    admission = new Admission(parts.providers(), parts.wallets());
  }

  void mount(Router router, GateDoor door) {
    door.mount(router, Endpoint.LINK_CREATE, this::createOnce);
    door.mount(
        router,
        Endpoint.LINK_CANCEL,
        repeats.once(this::cancel, _ -> Future.succeededFuture(Optional.empty())));
  }

  /** What the request begins is the invoice, and the payment goes by another number. */
  private Future<GateAnswer> createOnce(GateRequest request) {
    return repeats.once(this::create, id -> begun(request, id)).apply(request);
  }

  private Future<Optional<GateAnswer>> begun(GateRequest request, Payment.Id invoice) {
    var fields = request.fields();
    var paymentId = fields.in("general").required("payment_id", Rule.PAYMENT_ID);
    return parts
        .payments()
        .find(invoice.project(), paymentId)
        .map(found ->
            found
                .map(Stored::payment)
                .filter(payment -> isOf(payment, invoice.operation()))
                .map(payment -> Opens.taken(payment, payment.terms().requestId())));
  }

  private static boolean isOf(Payment payment, long operation) {
    var invoice = payment.terms().details().invoice();
    return invoice != null && invoice.operation() == operation;
  }

  private Future<GateAnswer> create(GateRequest request) {
    return refusing.unless(
        request,
        () -> LinkRequest.read(request, parts.links(), parts.clock().instant()),
        link -> create(request, link));
  }

  private Future<GateAnswer> create(GateRequest request, LinkRequest link) {
    admit(request, link);
    return admission.wallet(request.project(), link.wallet()).compose(_ -> open(request, link));
  }

  /** Throws {@link GateRefusal} when nobody could ever pay it, whatever the amount. */
  private void admit(GateRequest request, LinkRequest link) {
    var project = request.project();
    if (link.wallet() != null && !project.wallets()) {
      throw GateRefusal.of(403, Code.NOT_ALLOWED_FOR_PROJECT, "the project has no wallets");
    }
    var amount = Admission.money(project, link.amount(), link.currency());
    var offers = new Offers(parts.tenants().get(), project);
    var any = new Offers.Wish(amount, link.wallet() != null, null);
    if (offers.inCurrency(any).isEmpty()) {
      throw GateRefusal.of(
          403, Code.NOT_ALLOWED_FOR_PROJECT, "no method of the project takes such a payment");
    }
    if (offers.inCurrency(new Offers.Wish(amount, any.topUp(), link.method())).isEmpty()) {
      throw GateRefusal.of(
          400,
          Code.VALIDATION_ERROR,
          "payment.force_payment_method",
          "is no method of the project for such a payment");
    }
  }

  private Future<GateAnswer> open(GateRequest request, LinkRequest link) {
    return request
        .operation(parts.ids())
        .compose(invoice ->
            parts
                .ids()
                .next()
                .map(operation -> new Payment.Id(request.project().id(), operation))
                .compose(id -> parts.engine().open(proposal(id, invoice, link))))
        .map(opening ->
            switch (opening) {
              case Accepted(Payment payment) -> Opens.taken(payment, payment.terms().requestId());
              case PaymentIdUsed _ -> throw Opens.used();
            });
  }

  private Step proposal(Payment.Id id, long invoice, LinkRequest link) {
    var terms =
        new Terms(
            link.paymentId(),
            requestIds.of(id.operation()),
            link.customer(),
            NO_METHOD,
            NO_GATEWAY,
            Money.of(link.amount(), link.currency()),
            link.wallet(),
            null,
            null,
            Deal.USUAL,
            Timetable.ofLink(link.seconds()),
            details(id, invoice, link));
    return Link.open(id, terms, parts.clock().instant());
  }

  private Details details(Payment.Id id, long operation, LinkRequest link) {
    var invoice =
        new Invoice(
            operation,
            parts.links().url(tokens.of(id)),
            link.bestBefore(),
            parts.clock().instant(),
            link.language(),
            link.mailTo(),
            link.method());
    return link.details().of(invoice);
  }

  private Future<GateAnswer> cancel(GateRequest request) {
    return refusing.unless(
        request, () -> Named.read(request), named -> cancel(request, named.paymentId()));
  }

  /** Which link is meant. */
  private record Named(String paymentId) implements Refusing.Asked {

    static Named read(GateRequest request) {
      var fields = request.fields();
      var paymentId = fields.in("general").required("payment_id", Rule.PAYMENT_ID);
      fields.check();
      return new Named(paymentId);
    }
  }

  private Future<GateAnswer> cancel(GateRequest request, String paymentId) {
    return parts
        .payments()
        .find(request.project().id(), paymentId)
        .map(found -> found.orElseThrow(GateRefusal::unknownPayment).payment())
        .compose(this::withdraw);
  }

  private Future<GateAnswer> withdraw(Payment payment) {
    return parts
        .engine()
        .handle(News.of(payment.id(), new LinkCancelled()))
        .map(handled -> answer(handled, payment));
  }

  private static GateAnswer answer(Handled handled, Payment payment) {
    return switch (handled) {
      case Decided(Denied denied) ->
          throw GateRefusal.of(400, denied.code(), "it is no link that still waits to be paid");
      case Decided _ -> Opens.taken(payment, payment.terms().requestId());
      case UnknownPayment _ -> throw GateRefusal.unknownPayment();
    };
  }
}

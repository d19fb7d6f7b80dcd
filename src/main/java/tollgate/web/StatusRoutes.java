package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import tollgate.engine.Stored;
import tollgate.engine.Unavailable;
import tollgate.gate.PaymentBody;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.signing.GateSignature.Place;

/** Answers what became of a payment or of a request; stores nothing. */
final class StatusRoutes {

  private final WebParts parts;

  StatusRoutes(WebParts parts) {
    this.parts = parts;
  }

  void mount(Router router, GateDoor door) {
    door.mount(router, Endpoint.STATUS, this::status);
    door.mount(router, Endpoint.STATUS_REQUEST, _ -> Place.ROOT, this::request);
    door.mount(router, Endpoint.CHECK_SIGNATURE, StatusRoutes::place, StatusRoutes::check);
  }

  private Future<GateAnswer> status(GateRequest request) {
    var fields = request.fields();
    var paymentId = fields.in("general").required("payment_id", Rule.PAYMENT_ID);
    fields.check();

    var project = request.project().id();
    return asked(request, paymentId)
        .map(found ->
            found
                .map(payment -> PaymentBody.status(payment, request.project()))
                .orElseGet(() -> PaymentBody.notFound(project, paymentId)))
        .map(request::signed)
        .recover(StatusRoutes::unread);
  }

  /** As it is now, or as soon as there is news of it. */
  private Future<Optional<Payment>> asked(GateRequest request, String paymentId) {
    var patience = Patience.of(request.ctx().request());
    var project = request.project().id();
    if (patience.isNone() || !parts.parking().hasRoom()) {
      return parts.payments().find(project, paymentId).map(found -> found.map(Stored::payment));
    }
    Endpoint.STATUS_WAIT.isAskedBy(request.ctx());
    var parked = new Parked(new Parked.Place(project, paymentId), patience.known());
    return parts.parking().await(request.ctx(), parked, patience.time());
  }

  private Future<GateAnswer> request(GateRequest request) {
    var fields = request.fields();
    var requestId = fields.required("request_id", Rule.REQUEST_ID);
    fields.check();

    return payment(request.project().id(), requestId)
        .compose(found ->
            found.isPresent()
                ? Future.succeededFuture(
                    PaymentBody.status(found.get().payment(), request.project()))
                : refused(request.project().id(), requestId))
        .map(request::signed)
        .recover(StatusRoutes::unread);
  }

  private Future<Optional<Stored>> payment(long project, String requestId) {
    var operation = RequestIds.operation(requestId);
    if (operation.isEmpty()) return Future.succeededFuture(Optional.empty());

    var id = new Payment.Id(project, operation.getAsLong());
    return parts
        .payments()
        .load(List.of(id))
        .compose(found -> {
          var there = Optional.ofNullable(found.get(id));
          return there.isPresent() ? Future.succeededFuture(there) : parts.payments().ofRefund(id);
        })
        .map(found -> found.filter(there -> began(there.payment(), id, requestId)));
  }

  private static boolean began(Payment payment, Payment.Id operation, String requestId) {
    var refund = payment.refund(operation.operation());
    var own = refund == null ? payment.terms().requestId() : refund.wish().requestId();
    return own.equals(requestId);
  }

  private Future<Json.Obj> refused(long project, String requestId) {
    return parts
        .refusals()
        .find(project, requestId)
        .map(body -> refusedBody(project, requestId, body.map(StatusRoutes::read)));
  }

  /**
   * With the errors that were given then; or, when nobody knows the request, that it is unknown.
   */
  private static Json.Obj refusedBody(long project, String requestId, Optional<Json.Obj> given) {
    var paymentId = given.map(body -> body.member("payment_id")).orElseGet(() -> Json.text(""));
    var errors = given.map(body -> body.member("errors")).orElseGet(StatusRoutes::notFound);
    var payment = Json.object().put("id", paymentId).put("status", "error");
    return Json.object()
        .put("project_id", project)
        .put("request_id", requestId)
        .put("payment", payment)
        .put("errors", errors)
        .build();
  }

  private static Json notFound() {
    var error =
        Json.object().put("code", Code.NOT_FOUND.digits()).put("message", Code.NOT_FOUND.message());
    return Json.array(error.build());
  }

  private static Json.Obj read(String body) {
    try {
      var bytes = body.getBytes(UTF_8);
      if (JsonReader.read(bytes, Limits.MESSAGE) instanceof Json.Obj object) return object;
    } catch (JsonRefused refused) {
      throw new IllegalStateException("a remembered refusal cannot be read", refused);
    }
    throw new IllegalStateException("a remembered refusal is no object");
  }

  private static Future<GateAnswer> unread(Throwable failure) {
    return Future.failedFuture(
        failure instanceof Unavailable
            ? GateRefusal.of(503, Code.DETAILS_NOT_RECEIVED, "not read; ask again")
            : failure);
  }

  /** Any signed body may be checked, wherever it carries its signature. */
  private static Place place(Json.Obj message) {
    return message.member("general") == null ? Place.ROOT : Place.GENERAL;
  }

  private static Future<GateAnswer> check(GateRequest request) {
    request.fields().check();
    return Future.succeededFuture(GateAnswer.ok(Json.object().put("status", "success").build()));
  }
}

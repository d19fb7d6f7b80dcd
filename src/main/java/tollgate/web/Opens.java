package tollgate.web;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import tollgate.engine.Opening.Accepted;
import tollgate.engine.Opening.PaymentIdUsed;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Payment;

/** Opens payments that were admitted, and says what a merchant hears of it. */
final class Opens {

  /** A payment but for the number of its operation, which only an admitted one gets. */
  interface Wanted {
    Proposal of(Payment.Id id, String requestId);
  }

  private final WebParts parts;
  private final RequestIds requestIds;
  private final Repeats repeats;

  Opens(WebParts parts, RequestIds requestIds) {
    this.parts = parts;
    this.requestIds = requestIds;
    repeats = new Repeats(parts.firstAnswers(), parts.ids());
  }

  /** The action, done once for an {@code Idempotency-Key}. */
  GateDoor.Action once(GateDoor.Action action) {
    return repeats.once(action, this::begun);
  }

  private Future<Optional<GateAnswer>> begun(Payment.Id id) {
    return parts
        .payments()
        .load(List.of(id))
        .map(found ->
            Optional.ofNullable(found.get(id))
                .map(there -> taken(there.payment(), there.payment().terms().requestId())));
  }

  Future<GateAnswer> open(GateRequest request, Wanted wanted) {
    return request
        .operation(parts.ids())
        .compose(operation -> {
          var id = new Payment.Id(request.project().id(), operation);
          return parts.engine().open(wanted.of(id, requestIds.of(operation)));
        })
        .map(opening ->
            switch (opening) {
              case Accepted(Payment payment) -> taken(payment, payment.terms().requestId());
              case PaymentIdUsed _ -> throw used();
            });
  }

  static GateRefusal used() {
    return GateRefusal.of(
        409, Code.PAYMENT_ID_EXISTS, "general.payment_id", "was used in this project before");
  }

  /** Success of the request: taken for processing, and nothing more. */
  static GateAnswer taken(Payment payment, String requestId) {
    return GateAnswer.ok(
        Json.object()
            .put("status", "success")
            .put("request_id", requestId)
            .put("project_id", payment.id().project())
            .put("payment_id", payment.terms().paymentId())
            .build());
  }
}

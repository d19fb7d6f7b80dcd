package tollgate.sandbox.robokassa;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tollgate.sandbox.Fault;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.robokassa.Invoice.Refund;

/** The refund service (§8). It knows no repeat: what comes twice is given back twice. */
final class RefundDesk {

  private final SandboxParts parts;
  private final Shops shops;
  private final Invoices invoices;
  private final Map<String, String> invoiceOf = new ConcurrentHashMap<>();

  RefundDesk(SandboxParts parts, Shops shops, Invoices invoices) {
    this.parts = parts;
    this.shops = shops;
    this.invoices = invoices;
  }

  void mount(Router router) {
    router.post("/RefundService/Refund/Create").handler(this::create);
    router.get("/RefundService/Refund/GetState").handler(this::state);
  }

  private void create(RoutingContext call) {
    var body = call.body().asString();
    var token = RefundToken.read(body == null ? "" : body);
    var account = token.flatMap(shops::signer);
    if (account.isEmpty()) {
      refuse(call, "InvalidToken");
      return;
    }
    var kept =
        invoices
            .memory()
            .byId(token.get().operation())
            .filter(it -> it.isPaid() && it.origin().account().equals(account.get()));
    if (kept.isEmpty()) {
      refuse(call, "OperationNotFound");
      return;
    }
    create(call, kept.get(), token.get().sum());
  }

  private void create(RoutingContext call, Invoice kept, Optional<BigDecimal> wanted) {
    var sum = wanted.orElse(kept.left()).setScale(2, RoundingMode.HALF_UP);
    var id = UUID.randomUUID().toString();
    var begun =
        invoices
            .memory()
            .change(
                kept.id(),
                now ->
                    sum.signum() > 0 && sum.compareTo(now.left()) <= 0
                        ? now.with(new Refund(id, sum, "processing"))
                        : now)
            .filter(change -> change.happened());
    if (begun.isEmpty()) {
      refuse(call, "NotEnoughOperationFunds");
      return;
    }
    invoiceOf.put(id, kept.id());
    var faults = kept.order().faults();
    parts.timers().after(faults.value(Fault.PROCESSING), () -> finish(kept, id, sum));
    if (faults.has(Fault.DROP_AFTER)) {
      var _ = call.request().connection().close();
    } else if (faults.has(Fault.ERROR_AFTER)) {
      call.response().setStatusCode((int) faults.value(Fault.ERROR_AFTER)).end();
    } else {
      send(call, new JsonObject().put("success", true).put("requestId", id));
    }
  }

  private void finish(Invoice kept, String id, BigDecimal sum) {
    var lost = kept.order().faults().has(Fault.REFUND_CANCELED);
    invoices
        .memory()
        .change(kept.id(), now -> now.with(new Refund(id, sum, lost ? "canceled" : "finished")));
    if (!lost) invoices.totals().refunded(sum.movePointRight(2).longValueExact());
  }

  private void state(RoutingContext call) {
    var given = call.request().getParam("id");
    var id = given == null ? "" : given;
    Optional.ofNullable(invoiceOf.get(id))
        .flatMap(invoices.memory()::byId)
        .flatMap(kept ->
            kept.state().refunds().stream().filter(it -> it.requestId().equals(id)).findFirst())
        .ifPresentOrElse(
            refund ->
                send(
                    call,
                    new JsonObject()
                        .put("requestId", id)
                        .put("amount", refund.amount())
                        .put("label", refund.label())),
            () -> send(call, new JsonObject().put("message", "NotFound")));
  }

  private static void refuse(RoutingContext call, String why) {
    send(call, new JsonObject().put("success", false).put("message", why));
  }

  private static void send(RoutingContext call, JsonObject body) {
    call.response().putHeader("Content-Type", "application/json; charset=utf-8").end(body.encode());
  }
}

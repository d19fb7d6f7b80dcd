package tollgate.sandbox.paymaster2;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Faults;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;

/** The calls of refunds (2.2). Their faults are asked for by rules that match the key. */
final class RefundApi {

  private final SandboxParts parts;
  private final Door door;
  private final Invoices invoices;
  private final RefundDesk desk;
  private final Strikes sent = new Strikes();

  RefundApi(SandboxParts parts, Door door, Invoices invoices) {
    this.parts = parts;
    this.door = door;
    this.invoices = invoices;
    this.desk = new RefundDesk(parts, invoices);
  }

  void mount(Router router) {
    router
        .post("/api/v2/refunds")
        .handler(call ->
            door.genuine(
                call,
                (account, body) -> {
                  var key = door.key(call, account);
                  if (key.isPresent()) refund(call, account, key.get(), body);
                }));
    router
        .get("/api/v2/refunds/:id")
        .handler(call ->
            door.genuine(call, (account, _) -> Door.send(call, told(account, Calls.id(call)))));
  }

  private void refund(RoutingContext call, Paymaster2Account account, String key, String body) {
    var request = InvoiceRequest.of(body);
    var problems = request.problemsOfRefund();
    if (!problems.isEmpty()) {
      Door.send(call, ApiReply.invalid(problems));
      return;
    }
    var kept = invoices.find(account, request.paymentId());
    if (kept.isEmpty()) {
      Door.send(call, ApiReply.NOT_FOUND);
      return;
    }
    var own = key.substring(key.indexOf('/') + 1);
    var wished = parts.rules().of(own, List.of());
    var hit = !wished.asked().isEmpty() && wished.hits(sent.next(key));
    door.answer(
        call,
        hit ? wished : Faults.NONE,
        () ->
            door.once(key, body, () -> desk.refund(kept.get(), own, request.minorUnits(), wished)));
  }

  private ApiReply told(Paymaster2Account account, String id) {
    return desk.find(account, id)
        .map(found -> ApiReply.ok(Messages.refund(found.invoice(), found.refund())))
        .orElse(ApiReply.NOT_FOUND);
  }
}

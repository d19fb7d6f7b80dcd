package tollgate.sandbox.paymaster2;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;

/** The calls of payments: create, ask, cancel, confirm (2.1, 2.2). */
final class InvoiceApi {

  private final SandboxParts parts;
  private final Door door;
  private final Invoices invoices;
  private final String base;
  private final Strikes created = new Strikes();
  private final Strikes asked = new Strikes();

  InvoiceApi(SandboxParts parts, Door door, Invoices invoices, String base) {
    this.parts = parts;
    this.door = door;
    this.invoices = invoices;
    this.base = base;
  }

  void mount(Router router) {
    router.post("/api/v2/invoices").handler(this::create);
    router.get("/api/v2/payments/:id").handler(call -> known(call, this::told));
    router.put("/api/v2/payments/:id/cancel").handler(call -> known(call, this::cancel));
    router.put("/api/v2/payments/:id/confirm").handler(call -> known(call, this::confirm));
  }

  private void create(RoutingContext call) {
    door.genuine(
        call,
        (account, body) -> {
          var key = door.key(call, account);
          if (key.isPresent()) create(call, account, key.get(), body);
        });
  }

  private void create(RoutingContext call, Paymaster2Account account, String key, String body) {
    var request = InvoiceRequest.of(body);
    var problems = request.problemsOfInvoice(account);
    if (!problems.isEmpty()) {
      Door.send(call, ApiReply.invalid(problems));
      return;
    }
    var wished = parts.rules().of(request.orderNo(), List.of(request.description()));
    var hit = !wished.asked().isEmpty() && wished.hits(created.next(key));
    door.answer(
        call,
        hit ? wished : Faults.NONE,
        () -> door.once(key, body, () -> made(account, request, wished)));
  }

  private ApiReply made(Paymaster2Account account, InvoiceRequest request, Faults faults) {
    var origin =
        new Invoice.Origin(
            account, request.url("returnUrl"), request.url("callbackUrl"), new AttemptLog());
    var made = invoices.make(request.order(faults), origin);
    return ApiReply.ok(
        new JsonObject().put("paymentId", made.id()).put("url", base + "/pay/" + made.id()));
  }

  private void known(RoutingContext call, Function<Invoice, ApiReply> answer) {
    door.genuine(
        call,
        (account, _) ->
            Door.send(
                call,
                invoices
                    .find(account, Calls.id(call))
                    .map(kept -> answer.apply(kept))
                    .orElse(ApiReply.NOT_FOUND)));
  }

  private ApiReply told(Invoice kept) {
    var faults = kept.order().faults();
    var call = faults.asked().isEmpty() ? 0 : asked.next(kept.id());
    if (faults.has(Fault.STATUS_ERROR) && faults.hits(call)) return troubled(faults);

    var payment = Messages.payment(kept);
    return ApiReply.ok(
        call <= faults.value(Fault.BAD_AMOUNT) && faults.has(Fault.BAD_AMOUNT)
            ? Messages.withAnotherAmount(payment)
            : payment);
  }

  private static ApiReply troubled(Faults faults) {
    return ApiReply.error((int) faults.value(Fault.STATUS_ERROR), "internal_error", "Try again.");
  }

  /** What is cancelled already stays so; what was paid cannot be. */
  private ApiReply cancel(Invoice kept) {
    var faults = kept.order().faults();
    if (faults.has(Fault.STATUS_ERROR) && faults.hits(asked.next(kept.id()))) {
      return troubled(faults);
    }
    invoices.end(kept.id(), InvoiceStatus.CANCELLED);
    invoices.move(kept.id(), InvoiceStatus.AUTHORIZED, InvoiceStatus.CANCELLED);
    return now(kept, InvoiceStatus.CANCELLED);
  }

  private ApiReply confirm(Invoice kept) {
    invoices.move(kept.id(), InvoiceStatus.AUTHORIZED, InvoiceStatus.SETTLED);
    return now(kept, InvoiceStatus.SETTLED);
  }

  private ApiReply now(Invoice kept, InvoiceStatus wanted) {
    return invoices
        .memory()
        .byId(kept.id())
        .filter(after -> after.status() == wanted)
        .map(after -> ApiReply.ok(Messages.payment(after)))
        .orElseGet(() -> ApiReply.impossible("The payment is not in the right state."));
  }
}

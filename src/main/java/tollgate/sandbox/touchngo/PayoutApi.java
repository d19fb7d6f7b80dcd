package tollgate.sandbox.touchngo;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;
import tollgate.sandbox.touchngo.TouchngoSignature.Purpose;

/** The calls of payouts, and the faults asked for their answers (§10). */
final class PayoutApi {

  private final SandboxParts parts;
  private final MerchantDoor door;
  private final Payouts payouts;
  private final Strikes sent = new Strikes();
  private final Strikes asked = new Strikes();

  PayoutApi(SandboxParts parts, MerchantDoor door, Payouts payouts) {
    this.parts = parts;
    this.door = door;
    this.payouts = payouts;
  }

  void mount(Router router) {
    router
        .post("/payout")
        .handler(call ->
            door.genuine(call, Purpose.PAYOUT, (account, form) -> take(call, account, form)));
    router
        .post("/payout-status")
        .handler(call ->
            door.genuine(
                call, Purpose.PAYOUT_STATUS, (account, form) -> status(call, account, form)));
  }

  private void take(RoutingContext call, TouchngoAccount account, Form form) {
    if (!PayoutForm.isAcceptable(form)) {
      MerchantDoor.refuse(call, 400, "FAIL malformed");
      return;
    }
    var reference = form.get("TransNum");
    var wished = parts.rules().of(reference, List.of(form.get("PaymentDesc")));
    var hit = !wished.asked().isEmpty() && wished.hits(sent.next(reference));
    var faults = hit ? wished : Faults.NONE;
    if (faults.has(Fault.DROP) || faults.has(Fault.ERROR)) {
      trouble(call, faults.has(Fault.DROP), faults.value(Fault.ERROR));
      return;
    }
    payouts
        .take(account, form, wished)
        .ifPresentOrElse(
            taken -> answer(call, taken, faults),
            () -> MerchantDoor.refuse(call, 409, "FAIL conflict"));
  }

  private void answer(RoutingContext call, Payouts.Taken taken, Faults faults) {
    if (faults.has(Fault.DROP_AFTER) || faults.has(Fault.ERROR_AFTER)) {
      trouble(call, faults.has(Fault.DROP_AFTER), faults.value(Fault.ERROR_AFTER));
      return;
    }
    if (faults.has(Fault.EARLY)) {
      taken.told().onComplete(_ -> MerchantDoor.send(call, taken.payout()));
      return;
    }
    if (!faults.has(Fault.SLOW)) {
      MerchantDoor.send(call, taken.payout());
      return;
    }
    parts.timers().after(faults.value(Fault.SLOW), () -> MerchantDoor.send(call, taken.payout()));
  }

  private static void trouble(RoutingContext call, boolean drops, long status) {
    if (drops) {
      var _ = call.request().connection().close();
      return;
    }
    MerchantDoor.refuse(call, (int) status, "FAIL again");
  }

  private void status(RoutingContext call, TouchngoAccount account, Form form) {
    var kept = payouts.find(account, form.get("TransNum"));
    if (kept.isEmpty()) {
      MerchantDoor.refuse(call, 404, "FAIL unknown");
      return;
    }
    var faults = kept.get().order().faults();
    if (faults.has(Fault.STATUS_ERROR) && faults.hits(asked.next(kept.get().id()))) {
      MerchantDoor.refuse(call, (int) faults.value(Fault.STATUS_ERROR), "FAIL again");
      return;
    }
    MerchantDoor.send(call, kept.get());
  }
}

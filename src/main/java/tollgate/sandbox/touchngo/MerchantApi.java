package tollgate.sandbox.touchngo;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Strikes;
import tollgate.sandbox.touchngo.TouchngoSignature.Purpose;

/** The calls about payments from server to server: status and cancel (§5). */
final class MerchantApi {

  private final MerchantDoor door;
  private final Touchngo touchngo;
  private final Strikes strikes = new Strikes();

  MerchantApi(MerchantDoor door, Touchngo touchngo) {
    this.door = door;
    this.touchngo = touchngo;
  }

  void mount(Router router) {
    router.post("/status").handler(call -> genuine(call, Purpose.STATUS));
    router.post("/cancel").handler(call -> genuine(call, Purpose.CANCEL));
  }

  private void genuine(RoutingContext call, Purpose purpose) {
    door.genuine(
        call, purpose, (account, form) -> answer(call, purpose, account, form.get("TransNum")));
  }

  private void answer(
      RoutingContext call, Purpose purpose, TouchngoAccount account, String transNum) {
    var kept = touchngo.find(account, transNum);
    if (kept.filter(this::isTroubled).isPresent()) {
      var status = (int) kept.get().order().faults().value(Fault.STATUS_ERROR);
      MerchantDoor.refuse(call, status, "FAIL again");
      return;
    }
    if (purpose == Purpose.CANCEL) {
      touchngo
          .cancel(account, transNum)
          .ifPresentOrElse(
              ended -> MerchantDoor.send(call, ended),
              () -> MerchantDoor.refuse(call, 409, "FAIL conflict"));
      return;
    }
    kept.ifPresentOrElse(
        found -> MerchantDoor.send(call, found),
        () -> MerchantDoor.refuse(call, 404, "FAIL unknown"));
  }

  private boolean isTroubled(TouchngoTransaction kept) {
    var faults = kept.order().faults();
    return faults.has(Fault.STATUS_ERROR) && faults.hits(strikes.next(kept.id()));
  }
}

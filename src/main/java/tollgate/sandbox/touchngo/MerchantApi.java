package tollgate.sandbox.touchngo;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Strikes;
import tollgate.sandbox.touchngo.TouchngoSignature.Purpose;

/** The calls from server to server: status and cancel (§5). */
final class MerchantApi {

  private static final Pattern TRANS_NUM = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final Accounts accounts;
  private final Touchngo touchngo;
  private final Strikes strikes = new Strikes();

  MerchantApi(Accounts accounts, Touchngo touchngo) {
    this.accounts = accounts;
    this.touchngo = touchngo;
  }

  void mount(Router router) {
    router.post("/status").handler(call -> genuine(call, Purpose.STATUS));
    router.post("/cancel").handler(call -> genuine(call, Purpose.CANCEL));
  }

  private void genuine(RoutingContext call, Purpose purpose) {
    var form = Form.read(call.request().formAttributes());
    if (form.isEmpty()) {
      refuse(call, 400, "FAIL malformed");
      return;
    }
    var account = accounts.signerOf(form.get(), purpose);
    if (account.isEmpty()) {
      refuse(call, 403, "FAIL signature");
      return;
    }
    if (!TRANS_NUM.matcher(form.get().get("TransNum")).matches()) {
      refuse(call, 400, "FAIL malformed");
      return;
    }
    answer(call, purpose, account.get(), form.get().get("TransNum"));
  }

  private void answer(
      RoutingContext call, Purpose purpose, TouchngoAccount account, String transNum) {
    var kept = touchngo.find(account, transNum);
    if (kept.filter(this::isTroubled).isPresent()) {
      refuse(call, (int) kept.get().order().faults().value(Fault.STATUS_ERROR), "FAIL again");
      return;
    }
    if (purpose == Purpose.CANCEL) {
      send(call, touchngo.cancel(account, transNum));
      return;
    }
    kept.ifPresentOrElse(found -> send(call, found), () -> refuse(call, 404, "FAIL unknown"));
  }

  private boolean isTroubled(TouchngoTransaction kept) {
    var faults = kept.order().faults();
    return faults.has(Fault.STATUS_ERROR) && faults.hits(strikes.next(kept.id()));
  }

  private static void send(RoutingContext call, TouchngoTransaction kept) {
    call.response()
        .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .end(TouchngoMessages.answer(kept).encoded());
  }

  private static void refuse(RoutingContext call, int status, String body) {
    call.response().setStatusCode(status).putHeader("Content-Type", "text/plain").end(body);
  }
}

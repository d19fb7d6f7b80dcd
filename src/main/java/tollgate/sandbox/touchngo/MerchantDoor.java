package tollgate.sandbox.touchngo;

import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tollgate.sandbox.touchngo.TouchngoSignature.Purpose;

/** What every call from server to server has in common: who calls, and how they are answered. */
final class MerchantDoor {

  private static final Pattern TRANS_NUM = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final Accounts accounts;

  MerchantDoor(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Lets a call in that is signed for this purpose and names a transaction. */
  void genuine(RoutingContext call, Purpose purpose, BiConsumer<TouchngoAccount, Form> within) {
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
    within.accept(account.get(), form.get());
  }

  static void send(RoutingContext call, TouchngoTransaction kept) {
    call.response()
        .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .end(TouchngoMessages.answer(kept).encoded());
  }

  static void refuse(RoutingContext call, int status, String body) {
    call.response().setStatusCode(status).putHeader("Content-Type", "text/plain").end(body);
  }
}

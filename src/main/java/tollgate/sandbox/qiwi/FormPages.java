package tollgate.sandbox.qiwi;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import tollgate.sandbox.Action;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Choices;
import tollgate.sandbox.Choices.Choice;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;

/** The payment form, where a person plays the customer (§2). */
final class FormPages {

  private static final String BILL =
      """
      <h1>QIWI Wallet</h1>
      <p class="soft">Bill of {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>For</dt><dd>{}</dd>
      <dt>Bill</dt><dd>{}</dd>
      <dt>Status</dt><dd>{}</dd>
      </dl>
      {}
      """;

  private static final String SUCCESS_URL = "successUrl";

  private final SandboxParts parts;
  private final Qiwi qiwi;
  private final QiwiMessages messages;
  private final String base;

  FormPages(SandboxParts parts, Qiwi qiwi, QiwiMessages messages, String base) {
    this.parts = parts;
    this.qiwi = qiwi;
    this.messages = messages;
    this.base = base;
  }

  void mount(Router router) {
    router.get("/form/").handler(this::show);
    router.get("/create").handler(this::create);
    router.post("/form/:id/:action").handler(this::play);
  }

  private void show(RoutingContext call) {
    var id = call.request().getParam("invoice_uid");
    Optional.ofNullable(id)
        .flatMap(qiwi.memory()::byId)
        .ifPresentOrElse(
            bill -> show(call, bill), () -> refuse(call, 404, "There is no such bill."));
  }

  private void show(RoutingContext call, QiwiBill bill) {
    var back = successUrl(call);
    var main =
        Html.of(
            BILL,
            bill.origin().account().shopName(),
            Pages.amount(bill.order().sum().currency(), bill.order().sum().decimal()),
            bill.order().echoed().getString("comment", ""),
            bill.order().billId(),
            bill.status(),
            bill.isOpen() ? buttons(bill, back) : over(bill, back));
    Pages.show(call, 200, "QIWI Wallet", main, back);
  }

  /** Where the browser returns after success; empty if nowhere that is an address of the web. */
  private static String successUrl(RoutingContext call) {
    var given = call.request().getParam(SUCCESS_URL, "");
    try {
      var url = new URI(given);
      var isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      return isWeb && url.getHost() != null ? given : "";
    } catch (URISyntaxException unreadable) {
      return "";
    }
  }

  private Html buttons(QiwiBill bill, String back) {
    var query = back.isEmpty() ? "" : "?" + successQuery(back);
    return Choices.buttons(
        bill.order().sum().minorUnits(),
        action -> base + "/form/" + bill.id() + "/" + action.word() + query,
        Choices.PAY,
        new Choice(Action.CANCEL, "stop", "Refuse the bill"),
        Choices.LEAVE);
  }

  private static String successQuery(String back) {
    return SUCCESS_URL + "=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }

  /** There is a way back after success only (§2). */
  private static Html over(QiwiBill bill, String back) {
    return Pages.wayBack(bill.status() == QiwiStatus.PAID ? back : "");
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> qiwi.play(Calls.id(call), action))
        .ifPresentOrElse(
            played -> leave(call, played), () -> refuse(call, 404, "There is no such bill."));
  }

  private void leave(RoutingContext call, Played<QiwiBill> played) {
    var bill = played.after();
    var back = successUrl(call);
    var to = bill.status() == QiwiStatus.PAID && !back.isEmpty() ? back : formOf(call, bill);
    Pages.leave(call, to, bill.order().faults(), played.told());
  }

  /** A bill made by the browser alone, with the public key: the payer may have changed it (§2). */
  private void create(RoutingContext call) {
    var key = call.request().getParam("publicKey", "");
    var account =
        parts.options().accounts(QiwiAccount.class).stream()
            .filter(each -> each.publicKey().equals(key))
            .findFirst();
    var sum = QiwiSum.read("RUB", call.request().getParam("amount", ""));
    if (account.isEmpty() || sum.isEmpty()) {
      refuse(call, 400, "The key is unknown or the amount is not allowed.");
      return;
    }
    var expires = parts.clock().instant().plus(BillRequest.LIFE_MAX);
    var echoed = new JsonObject().put("comment", call.request().getParam("comment", ""));
    var billId = call.request().getParam("billId", UUID.randomUUID().toString());
    qiwi.make(account.get(), billId, new BillRequest(sum.get(), expires, echoed))
        .ifPresentOrElse(
            bill -> Pages.lead(call, formOf(call, bill)),
            () -> refuse(call, 409, "This bill exists with another amount."));
  }

  private String formOf(RoutingContext call, QiwiBill bill) {
    var back = successUrl(call);
    return messages.payUrl(bill) + (back.isEmpty() ? "" : "&" + successQuery(back));
  }

  private static void refuse(RoutingContext call, int status, String why) {
    Pages.show(call, status, "Not possible", Html.of("<h1>Not possible</h1><p>{}</p>", why));
  }
}

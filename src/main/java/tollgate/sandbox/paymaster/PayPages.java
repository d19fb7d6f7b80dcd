package tollgate.sandbox.paymaster;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Choices;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;
import tollgate.sandbox.SandboxParts;

/** Receives the form and shows the page where a person plays the customer (1.1, 1.5). */
final class PayPages {

  private static final String BILL =
      """
      <h1>PayMaster</h1>
      <p class="soft">Payment to {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>For</dt><dd>{}</dd>
      <dt>Number</dt><dd>{}</dd>
      <dt>State</dt><dd>{}</dd>
      </dl>
      {}
      """;

  private static final Html NOT_FOUND = new Html("<h1>No such payment</h1>");

  private final SandboxParts parts;
  private final Bills bills;
  private final String base;

  PayPages(SandboxParts parts, Bills bills, String base) {
    this.parts = parts;
    this.bills = bills;
    this.base = base;
  }

  void mount(Router router) {
    router.get("/payment/init").handler(this::arrive);
    router.post("/payment/init").handler(this::arrive);
    router.get("/pay/:id").handler(this::show);
    router.post("/pay/:id/:action").handler(this::play);
  }

  private void arrive(RoutingContext call) {
    var form = LmiForm.of(call.request());
    var site =
        parts.options().accounts(PaymasterAccount.class).stream()
            .filter(account -> account.siteId().equals(form.value("LMI_MERCHANT_ID")))
            .findFirst();
    var problem = site.isEmpty() ? "LMI_MERCHANT_ID" : form.problem();
    if (!problem.isEmpty()) {
      var main = Html.of("<h1>Not possible</h1><p>{}</p>", problem);
      Pages.show(call, 400, "Not possible", main);
      return;
    }
    var texts = List.of(form.description());
    var faults = parts.rules().of(form.value("LMI_PAYMENT_NO"), texts);
    var order = new Bill.Order(form.fields(), form.description(), faults);
    Pages.lead(call, page(bills.arrive(site.get(), order)));
  }

  private String page(Bill bill) {
    return base + "/pay/" + bill.id();
  }

  private void show(RoutingContext call) {
    bills
        .memory()
        .byId(Calls.id(call))
        .ifPresentOrElse(
            bill -> show(call, bill), () -> Pages.show(call, 404, "No such payment", NOT_FOUND));
  }

  private void show(RoutingContext call, Bill bill) {
    var order = bill.order();
    var main =
        Html.of(
            BILL,
            bill.origin().account().shopName(),
            Pages.amount("RUB", order.of("LMI_PAYMENT_AMOUNT")),
            order.description(),
            order.no(),
            bill.status().name(),
            bill.isOpen()
                ? Choices.usual(bill.order().minorUnits(), page(bill))
                : Pages.wayBack(back(bill)));
    Pages.show(call, 200, "PayMaster", main, order.of("LMI_SUCCESS_URL"));
  }

  /** The way back waits for the merchant's word, as the payment does. */
  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> bills.play(Calls.id(call), action))
        .ifPresentOrElse(
            played -> played.told().onComplete(_ -> leave(call, played.after())),
            () -> Pages.show(call, 404, "No such payment", NOT_FOUND));
  }

  private void leave(RoutingContext call, Bill played) {
    var bill = bills.memory().byId(played.id()).orElse(played);
    var back = back(bill);
    Pages.lead(call, back.isEmpty() ? page(bill) : back);
  }

  private static String back(Bill bill) {
    var url = bill.order().of(bill.isComplete() ? "LMI_SUCCESS_URL" : "LMI_FAILURE_URL");
    return url.isEmpty() ? "" : url + (url.contains("?") ? "&" : "?") + Notices.returning(bill);
  }
}

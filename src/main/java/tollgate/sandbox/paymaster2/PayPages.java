package tollgate.sandbox.paymaster2;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import tollgate.sandbox.Action;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Choices;
import tollgate.sandbox.Choices.Choice;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;
import tollgate.sandbox.Played;

/** The page where a person plays the customer. */
final class PayPages {

  private static final String BILL =
      """
      <h1>PayMaster</h1>
      <p class="soft">Payment to {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>For</dt><dd>{}</dd>
      <dt>Order</dt><dd>{}</dd>
      <dt>Status</dt><dd>{}</dd>
      </dl>
      {}
      """;

  private static final Html NOT_FOUND = new Html("<h1>No such payment</h1>");

  private final Invoices invoices;
  private final String base;

  PayPages(Invoices invoices, String base) {
    this.invoices = invoices;
    this.base = base;
  }

  void mount(Router router) {
    router.get("/pay/:id").handler(this::show);
    router.post("/pay/:id/:action").handler(this::play);
  }

  private void show(RoutingContext call) {
    invoices
        .memory()
        .byId(Calls.id(call))
        .ifPresentOrElse(
            kept -> show(call, kept), () -> Pages.show(call, 404, "No such payment", NOT_FOUND));
  }

  private void show(RoutingContext call, Invoice kept) {
    var order = kept.order();
    var main =
        Html.of(
            BILL,
            kept.origin().account().shopName(),
            Pages.amount("RUB", BigDecimal.valueOf(order.minorUnits(), 2).toPlainString()),
            order.description(),
            order.orderNo(),
            kept.status().word(),
            kept.isOpen() ? buttons(kept) : Pages.wayBack(kept.origin().returnUrl()));
    Pages.show(call, 200, "PayMaster", main, kept.origin().returnUrl());
  }

  private Html buttons(Invoice kept) {
    return Choices.below(
        kept.order().minorUnits(),
        page(kept),
        new Choice(Action.PAY, "go", "Pay by card"),
        new Choice(Action.FAIL, "", "Fail (wrong code, may try again)"),
        Choices.DECLINE,
        Choices.CANCEL,
        Choices.LEAVE);
  }

  private String page(Invoice kept) {
    return base + "/pay/" + kept.id();
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> invoices.play(Calls.id(call), action))
        .ifPresentOrElse(
            played -> leave(call, played),
            () -> Pages.show(call, 404, "No such payment", NOT_FOUND));
  }

  private void leave(RoutingContext call, Played<Invoice> played) {
    var kept = played.after();
    var returnUrl = kept.origin().returnUrl();
    var to = returnUrl.isEmpty() ? page(kept) : returnUrl;
    Pages.leave(call, to, kept.order().faults(), played.told());
  }
}

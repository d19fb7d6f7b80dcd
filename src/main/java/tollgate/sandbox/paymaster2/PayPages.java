package tollgate.sandbox.paymaster2;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import tollgate.sandbox.Action;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Html;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Pages;

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
            kept.isOpen() ? buttons(kept) : over(kept));
    Pages.show(call, 200, "PayMaster", main, kept.origin().returnUrl());
  }

  private Html buttons(Invoice kept) {
    return switch (MagicAmount.of(kept.order().minorUnits())) {
      case DECLINES -> button(kept, Action.DECLINE, "stop", "Decline");
      case CANCELS -> button(kept, Action.CANCEL, "stop", "Cancel");
      case NONE, TIMES_OUT, NEVER_ANSWERS ->
          Html.all(
              List.of(
                  button(kept, Action.PAY, "go", "Pay by card"),
                  button(kept, Action.FAIL, "", "Fail (wrong code, may try again)"),
                  button(kept, Action.DECLINE, "stop", "Decline"),
                  button(kept, Action.CANCEL, "stop", "Cancel"),
                  button(kept, Action.LEAVE, "", "Leave without a word")));
    };
  }

  private Html button(Invoice kept, Action action, String look, String label) {
    return Pages.button(base + "/pay/" + kept.id() + "/" + action.word(), look, label);
  }

  private static Html over(Invoice kept) {
    if (kept.origin().returnUrl().isEmpty()) return Html.of("<p>You may close this page.</p>");

    return Html.of(
        "<p><a class=\"button go\" href=\"{}\">Back to the shop</a></p>",
        kept.origin().returnUrl());
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> invoices.play(Calls.id(call), action))
        .ifPresentOrElse(
            played -> leave(call, played),
            () -> Pages.show(call, 404, "No such payment", NOT_FOUND));
  }

  /** The browser goes at once, unless the callback was asked to overtake it. */
  private void leave(RoutingContext call, Invoices.Played played) {
    var kept = played.change().after();
    var returnUrl = kept.origin().returnUrl();
    var to = returnUrl.isEmpty() ? base + "/pay/" + kept.id() : returnUrl;
    if (!kept.order().faults().has(Fault.EARLY)) {
      Pages.lead(call, to);
      return;
    }
    played.told().onComplete(_ -> Pages.lead(call, to));
  }
}

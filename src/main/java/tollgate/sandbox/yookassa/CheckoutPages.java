package tollgate.sandbox.yookassa;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Choices;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;
import tollgate.sandbox.Played;

/** The page behind {@code confirmation_url}, where a person plays the customer (B.2). */
final class CheckoutPages {

  private static final Pattern WEB = Pattern.compile("https?://[!-~]{1,2000}");

  private static final String PAYMENT =
      """
      <h1>YooKassa</h1>
      <p class="soft">Payment to {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>For</dt><dd>{}</dd>
      <dt>Status</dt><dd>{}</dd>
      </dl>
      {}
      """;

  private final Yookassa yookassa;
  private final YookassaMessages messages;

  CheckoutPages(Yookassa yookassa, YookassaMessages messages) {
    this.yookassa = yookassa;
    this.messages = messages;
  }

  void mount(Router router) {
    router.get("/checkout/:id").handler(this::show);
    router.post("/checkout/:id/:action").handler(this::play);
  }

  private void show(RoutingContext call) {
    yookassa
        .memory()
        .byId(Calls.id(call))
        .ifPresentOrElse(kept -> show(call, kept), () -> unknown(call));
  }

  private void show(RoutingContext call, YookassaPayment kept) {
    var main =
        Html.of(
            PAYMENT,
            kept.origin().account().shopName(),
            Pages.amount("RUB", YookassaPayment.decimal(kept.order().minorUnits())),
            kept.order().description(),
            kept.status().word(),
            kept.isOpen()
                ? Choices.usual(kept.order().minorUnits(), messages.page(kept))
                : Pages.wayBack(returns(kept) ? kept.order().returnUrl() : ""));
    Pages.show(call, 200, "YooKassa", main, kept.order().returnUrl());
  }

  private static boolean returns(YookassaPayment kept) {
    return WEB.matcher(kept.order().returnUrl()).matches();
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> yookassa.play(Calls.id(call), action))
        .ifPresentOrElse(played -> leave(call, played), () -> unknown(call));
  }

  private void leave(RoutingContext call, Played<YookassaPayment> played) {
    var kept = played.after();
    var to = returns(kept) ? kept.order().returnUrl() : messages.page(kept);
    Pages.leave(call, to, kept.origin().faults(), played.told());
  }

  private static void unknown(RoutingContext call) {
    Pages.show(call, 404, "No such payment", Html.of("<h1>No such payment</h1>"));
  }
}

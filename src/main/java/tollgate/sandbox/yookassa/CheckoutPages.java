package tollgate.sandbox.yookassa;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;
import tollgate.sandbox.Action;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Html;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Pages;

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
            kept.isOpen() ? buttons(kept) : over(kept));
    Pages.show(call, 200, "YooKassa", main, kept.order().returnUrl());
  }

  private Html buttons(YookassaPayment kept) {
    return switch (MagicAmount.of(kept.order().minorUnits())) {
      case DECLINES -> button(kept, Action.DECLINE, "stop", "Decline");
      case CANCELS -> button(kept, Action.CANCEL, "stop", "Cancel");
      case NONE, TIMES_OUT, NEVER_ANSWERS ->
          Html.all(
              List.of(
                  button(kept, Action.PAY, "go", "Pay"),
                  button(kept, Action.DECLINE, "stop", "Decline"),
                  button(kept, Action.CANCEL, "stop", "Cancel"),
                  button(kept, Action.LEAVE, "", "Leave without a word")));
    };
  }

  private Html button(YookassaPayment kept, Action action, String look, String label) {
    return Pages.button(messages.page(kept) + "/" + action.word(), look, label);
  }

  private static boolean returns(YookassaPayment kept) {
    return WEB.matcher(kept.order().returnUrl()).matches();
  }

  private static Html over(YookassaPayment kept) {
    return returns(kept)
        ? Html.of(
            "<p><a class=\"button go\" href=\"{}\">Back to the shop</a></p>",
            kept.order().returnUrl())
        : Html.of("<p>You may close this page.</p>");
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> yookassa.play(Calls.id(call), action))
        .ifPresentOrElse(played -> leave(call, played), () -> unknown(call));
  }

  /** The browser goes at once, unless the notification was asked to overtake it. */
  private void leave(RoutingContext call, Yookassa.Played played) {
    var kept = played.payment();
    var to = returns(kept) ? kept.order().returnUrl() : messages.page(kept);
    if (!kept.origin().faults().has(Fault.EARLY)) {
      Pages.lead(call, to);
      return;
    }
    played.told().onComplete(_ -> Pages.lead(call, to));
  }

  private static void unknown(RoutingContext call) {
    Pages.show(call, 404, "No such payment", Html.of("<h1>No such payment</h1>"));
  }
}

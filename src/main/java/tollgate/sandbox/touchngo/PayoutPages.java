package tollgate.sandbox.touchngo;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import tollgate.sandbox.Action;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Html;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Pages;

/**
 * The payouts as the provider's staff would see them, where a person may decide those that wait.
 */
final class PayoutPages {

  private static final int SHOWN_MAX = 50;

  private static final String LIST =
      """
      <h1>Touch'n Go payouts</h1>
      <p class="soft">The latest {}, newest first.</p>
      {}
      """;

  private static final String PAYOUT =
      """
      <section>
      <p class="amount">{}</p>
      <dl>
      <dt>To wallet</dt><dd>{}</dd>
      <dt>From</dt><dd>{}</dd>
      <dt>For</dt><dd>{}</dd>
      <dt>Reference</dt><dd>{}</dd>
      <dt>Status</dt><dd>{}</dd>
      <dt>Executed</dt><dd>{}</dd>
      </dl>
      {}
      </section>
      """;

  private static final Html NONE = new Html("<p>None yet.</p>");
  private static final Html NOT_FOUND = new Html("<h1>No such payout</h1>");

  private final Payouts payouts;
  private final String base;

  PayoutPages(Payouts payouts, String base) {
    this.payouts = payouts;
    this.base = base;
  }

  void mount(Router router) {
    router.get("/payouts").handler(this::list);
    router.post("/payouts/:id/:action").handler(this::play);
  }

  private void list(RoutingContext call) {
    var latest = payouts.latest(SHOWN_MAX);
    var shown = latest.isEmpty() ? NONE : Html.all(latest.stream().map(this::shown).toList());
    Pages.show(call, 200, "Touch'n Go payouts", Html.of(LIST, latest.size(), shown));
  }

  private Html shown(TouchngoTransaction kept) {
    var form = kept.order().form();
    return Html.of(
        PAYOUT,
        Pages.amount("MYR", kept.order().amount()),
        form.get("Account"),
        kept.origin().account().shopName(),
        form.get("PaymentDesc"),
        kept.order().transNum(),
        kept.status().word() + ": " + kept.status().message(),
        times(kept.origin().executions().get()),
        kept.isOpen() ? buttons(kept) : Html.EMPTY);
  }

  private static String times(int executions) {
    return executions == 1 ? "once" : executions == 0 ? "not" : executions + " times";
  }

  private Html buttons(TouchngoTransaction kept) {
    if (MagicAmount.of(kept.order().minorUnits()) == MagicAmount.NEVER_ANSWERS) {
      return Html.of("<p class=\"soft\">Nothing ever follows at this amount.</p>");
    }
    return Html.all(
        List.of(
            button(kept, Action.PAY, "go", "Pay it out"),
            button(kept, Action.DECLINE, "stop", "Decline")));
  }

  private Html button(TouchngoTransaction kept, Action action, String look, String label) {
    return Pages.button(base + "/payouts/" + kept.id() + "/" + action.word(), look, label);
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> payouts.play(Calls.id(call), action))
        .ifPresentOrElse(
            _ -> Pages.lead(call, base + "/payouts"),
            () -> Pages.show(call, 404, "No such payout", NOT_FOUND));
  }
}

package tollgate.sandbox.midtrans;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tollgate.sandbox.Action;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;

/** The stand-in for the GoPay app, where a person plays the customer (§5, §15.7). */
final class GopayPages {

  private static final String BILL =
      """
      <h1>GoPay</h1>
      <p class="soft">Payment to {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>Order</dt><dd>{}</dd>
      <dt>Status</dt><dd>{}</dd>
      {}
      </dl>
      {}
      """;

  private static final String REFUND =
      """
      <dt>Refunded{}</dt><dd>{} {}</dd>
      """;

  private static final String PENDING =
      """
      {}
      <p class="soft">By another phone: scan this code.</p>
      <img class="qr" src="{}" alt="QR code of this payment">
      """;

  private static final String STORE =
      """
      <h1>Get the GoPay app</h1>
      <p>A phone without the app lands in the app store. When it is installed, the same payment can
      still be made as long as it is pending.</p>
      <p><a class="button go" href="{}">It is installed now: open the payment</a></p>
      """;

  private static final Html NOT_FOUND =
      new Html("<h1>No such payment</h1><p>It is unknown here, or long forgotten.</p>");

  private final Gopay gopay;
  private final String base;

  GopayPages(Gopay gopay, String base) {
    this.gopay = gopay;
    this.base = base;
  }

  void mount(Router router) {
    router.get("/app/:id").handler(this::show);
    router.get("/app/:id/store").handler(this::store);
    router.post("/app/:id/:action").handler(this::play);
  }

  private void show(RoutingContext call) {
    var kept = gopay.memory().byId(Calls.id(call));
    if (kept.isEmpty()) {
      Pages.show(call, 404, "No such payment", NOT_FOUND);
      return;
    }
    show(call, kept.get());
  }

  private void show(RoutingContext call, GopayTransaction kept) {
    var order = kept.order();
    var main =
        Html.of(
            BILL,
            kept.origin().account().shopName(),
            Pages.amount("IDR", order.amountText()),
            order.orderId(),
            kept.status().word(),
            refunds(kept),
            kept.isOpen() ? pending(kept) : over(kept));
    Pages.show(call, 200, "GoPay", main, order.callbackUrl());
  }

  private static Html refunds(GopayTransaction kept) {
    return Html.all(kept.state().refunds().stream().map(GopayPages::refund).toList());
  }

  private static Html refund(GopayRefund refund) {
    var waits = refund.confirmedAt() == null ? ", not confirmed yet" : "";
    return Html.of(REFUND, waits, Pages.amount("IDR", refund.amountText()), refund.reason());
  }

  private Html pending(GopayTransaction kept) {
    var qr = base + "/v2/gopay/" + kept.id() + "/qr-code";
    return Html.of(PENDING, buttons(kept), qr);
  }

  private Html buttons(GopayTransaction kept) {
    return switch (kept.order().magic()) {
      case DECLINES -> button(kept, Action.DECLINE, "stop", "Decline");
      case CANCELS -> button(kept, Action.CANCEL, "stop", "Cancel");
      case NONE, TIMES_OUT, NEVER_ANSWERS ->
          Html.all(
              List.of(
                  button(kept, Action.PAY, "go", "Pay"),
                  button(kept, Action.QR, "", "Pay by QRIS"),
                  button(kept, Action.FAIL, "", "Fail (wrong PIN, may try again)"),
                  button(kept, Action.DECLINE, "stop", "Decline"),
                  button(kept, Action.LEAVE, "", "Give up"),
                  Html.of(
                      "<p><a href=\"{}\">The app is not installed</a></p>",
                      base + "/app/" + kept.id() + "/store")));
    };
  }

  private Html button(GopayTransaction kept, Action action, String look, String label) {
    return Pages.button(base + "/app/" + kept.id() + "/" + action.word(), look, label);
  }

  private static Html over(GopayTransaction kept) {
    return Pages.wayBack(
        kept.order().callbackUrl().isEmpty()
            ? ""
            : back(kept, kept.isPaid() ? "success" : "failure"));
  }

  private void store(RoutingContext call) {
    var page = base + "/app/" + Calls.id(call);
    Pages.show(call, 200, "App store", Html.of(STORE, page));
  }

  private void play(RoutingContext call) {
    var action = Calls.action(call);
    var kept = action.flatMap(does -> gopay.play(Calls.id(call), does));
    if (kept.isEmpty()) {
      Pages.show(call, 404, "No such payment", NOT_FOUND);
      return;
    }
    var after = kept.get().after();
    var returns = !after.order().callbackUrl().isEmpty();
    // Who pays by scanning stays in another app: there is nowhere to return from (5.8).
    if (!returns || action.get() == Action.QR) {
      Pages.lead(call, base + "/app/" + after.id());
      return;
    }
    Pages.lead(call, back(after, result(after, action.get())));
  }

  private static String result(GopayTransaction after, Action action) {
    if (after.isPaid()) return "success";

    return action == Action.LEAVE || action == Action.CANCEL ? "abort" : "failure";
  }

  /** The address the app opens after the attempt (5.4, 5.5). */
  private static String back(GopayTransaction kept, String result) {
    var url = kept.order().callbackUrl();
    var order = URLEncoder.encode(kept.order().orderId(), StandardCharsets.UTF_8);
    return url + (url.contains("?") ? "&" : "?") + "order_id=" + order + "&result=" + result;
  }
}

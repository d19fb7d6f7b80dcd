package tollgate.sandbox.touchngo;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Choices;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;
import tollgate.sandbox.touchngo.TouchngoSignature.Purpose;

/** Receives the redirect form and shows the page where a person plays the customer (§3, §6). */
final class PayPages {

  private static final String BILL =
      """
      <h1>Touch'n Go eWallet</h1>
      <p class="soft">Payment to {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>For</dt><dd>{}</dd>
      <dt>Customer</dt><dd>{}</dd>
      <dt>Reference</dt><dd>{}</dd>
      <dt>Status</dt><dd>{}</dd>
      </dl>
      {}
      """;

  private final SandboxParts parts;
  private final Accounts accounts;
  private final Touchngo touchngo;
  private final String base;
  private final Strikes strikes = new Strikes();

  PayPages(SandboxParts parts, Accounts accounts, Touchngo touchngo, String base) {
    this.parts = parts;
    this.accounts = accounts;
    this.touchngo = touchngo;
    this.base = base;
  }

  void mount(Router router) {
    router.post("/pay").handler(this::arrive);
    router.get("/pay/:id").handler(this::show);
    router.post("/pay/:id/:action").handler(this::play);
  }

  private void arrive(RoutingContext call) {
    var form = Form.read(call.request().formAttributes());
    if (form.isEmpty()) {
      refuse(call, 400, "This form cannot be read.");
      return;
    }
    var account = accounts.signerOf(form.get(), Purpose.PAY);
    if (account.isEmpty()) {
      refuse(call, 403, "The merchant is unknown or the signature is wrong.");
      return;
    }
    if (!PayForm.isAcceptable(form.get())) {
      refuse(call, 400, "A field is missing or not allowed.");
      return;
    }
    arrive(call, account.get(), form.get());
  }

  private void arrive(RoutingContext call, TouchngoAccount account, Form form) {
    var asked =
        parts
            .rules()
            .of(form.get("TransNum"), List.of(form.get("PaymentDesc"), form.get("FirstName")));
    var hit = asked.asked().isEmpty() || !asked.hits(strikes.next(form.get("TransNum")));
    var faults = hit ? Faults.NONE : asked;
    if (faults.has(Fault.DROP) || faults.has(Fault.ERROR)) {
      trouble(call, faults);
      return;
    }
    touchngo
        .arrive(account, form, asked)
        .ifPresentOrElse(
            kept ->
                parts.timers().after(faults.value(Fault.SLOW), () -> Pages.lead(call, page(kept))),
            () -> refuse(call, 409, "This payment was cancelled or already used otherwise."));
  }

  private static void trouble(RoutingContext call, Faults faults) {
    if (faults.has(Fault.DROP)) {
      var _ = call.request().connection().close();
      return;
    }
    refuse(call, (int) faults.value(Fault.ERROR), "Out of order. Please try again.");
  }

  private static void refuse(RoutingContext call, int status, String why) {
    Pages.show(call, status, "Not possible", Html.of("<h1>Not possible</h1><p>{}</p>", why));
  }

  private String page(TouchngoTransaction kept) {
    return base + "/pay/" + kept.id();
  }

  private void show(RoutingContext call) {
    touchngo
        .byId(Calls.id(call))
        .ifPresentOrElse(
            kept -> show(call, kept), () -> refuse(call, 404, "There is no such payment."));
  }

  private void show(RoutingContext call, TouchngoTransaction kept) {
    var form = kept.order().form();
    var main =
        Html.of(
            BILL,
            kept.origin().account().shopName(),
            Pages.amount("MYR", kept.order().amount()),
            form.get("PaymentDesc"),
            form.get("FirstName"),
            kept.order().transNum(),
            kept.status().message(),
            kept.isOpen()
                ? Choices.usual(kept.order().minorUnits(), page(kept))
                : Pages.wayBack(kept.order().returnUrl().isEmpty() ? "" : back(kept)));
    Pages.show(call, 200, "Touch'n Go eWallet", main, kept.order().returnUrl());
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> touchngo.play(Calls.id(call), action))
        .ifPresentOrElse(
            played -> leave(call, played), () -> refuse(call, 404, "There is no such payment."));
  }

  private void leave(RoutingContext call, Played<TouchngoTransaction> played) {
    var kept = played.after();
    var to = kept.order().returnUrl().isEmpty() ? page(kept) : back(kept);
    Pages.leave(call, to, kept.order().faults(), played.told());
  }

  private static String back(TouchngoTransaction kept) {
    var url = kept.order().returnUrl();
    var number = URLEncoder.encode(kept.order().transNum(), StandardCharsets.UTF_8);
    return url
        + (url.contains("?") ? "&" : "?")
        + ("TransNum=" + number)
        + ("&Status=" + kept.status().word());
  }
}

package tollgate.sandbox.robokassa;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Choices;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;

/** Receives the redirect and shows the page where a person plays the customer (§2, §5). */
final class RobokassaPages {

  private static final String BILL =
      """
      <h1>Robokassa</h1>
      <p class="soft">Payment to {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>For</dt><dd>{}</dd>
      <dt>Invoice</dt><dd>{}</dd>
      <dt>Status</dt><dd>{}</dd>
      </dl>
      {}
      """;

  /** Why a form was not taken, or the invoice that it became. */
  private record Arrival(int status, String why, Optional<Invoice> invoice) {

    static Arrival refused(int status, String why) {
      return new Arrival(status, why, Optional.empty());
    }
  }

  private final SandboxParts parts;
  private final Shops shops;
  private final Invoices invoices;
  private final String base;
  private final Strikes strikes = new Strikes();

  RobokassaPages(SandboxParts parts, Shops shops, Invoices invoices, String base) {
    this.parts = parts;
    this.shops = shops;
    this.invoices = invoices;
    this.base = base;
  }

  void mount(Router router) {
    for (var path : List.of("/Merchant/Index.aspx", "/Merchant/Payment/Index")) {
      router.get(path).handler(this::arrive);
      router.post(path).handler(this::arrive);
    }
    router.post("/Merchant/Indexjson.aspx").handler(this::arriveByServer);
    router.get("/Merchant/Index/:id").handler(this::show);
    router.post("/Merchant/Index/:id/:action").handler(this::play);
  }

  private void arrive(RoutingContext call) {
    var form = PayRequest.read(call);
    var faults = form.map(this::faults).orElse(Faults.NONE);
    if (faults.has(Fault.DROP)) {
      var _ = call.request().connection().close();
      return;
    }
    if (faults.has(Fault.ERROR)) {
      refuse(call, (int) faults.value(Fault.ERROR), "Out of order. Please try again.");
      return;
    }
    var arrival = arrived(form);
    arrival
        .invoice()
        .ifPresentOrElse(
            kept ->
                parts.timers().after(faults.value(Fault.SLOW), () -> Pages.lead(call, page(kept))),
            () -> refuse(call, arrival.status(), arrival.why()));
  }

  /** The shop posts the same fields itself and sends the customer to the invoice (§2). */
  private void arriveByServer(RoutingContext call) {
    var arrival = arrived(PayRequest.read(call));
    var body =
        arrival
            .invoice()
            .map(kept -> new JsonObject().put("invoiceID", kept.id()).put("errorCode", 0))
            .orElseGet(() -> new JsonObject().put("errorCode", 29).put("error", arrival.why()));
    call.response().putHeader("Content-Type", "application/json; charset=utf-8").end(body.encode());
  }

  private Arrival arrived(Optional<Map<String, String>> sent) {
    if (sent.isEmpty()) return Arrival.refused(400, "Error 25: this form cannot be read.");

    var form = sent.get();
    var account = shops.signer(form);
    if (account.isEmpty()) return Arrival.refused(403, "Error 29: wrong SignatureValue.");
    if (!PayRequest.isAcceptable(form)) {
      return Arrival.refused(400, "Error 30: a field is missing or not allowed.");
    }
    var now = parts.clock().instant();
    if (PayRequest.expiry(form).filter(end -> !end.isAfter(now)).isPresent()) {
      return Arrival.refused(410, "Error 33: the time of this invoice is over.");
    }
    var kept = invoices.arrive(account.get(), form, asked(form));
    return kept.isEmpty()
        ? Arrival.refused(409, "Error 40: this invoice is paid or was for another sum.")
        : new Arrival(200, "", kept);
  }

  private Faults asked(Map<String, String> form) {
    var texts = List.of(form.getOrDefault("Description", ""), form.getOrDefault("Shp_order", ""));
    return parts.rules().of(form.getOrDefault("Shp_order", ""), texts);
  }

  /** Those that hit this call. */
  private Faults faults(Map<String, String> form) {
    var asked = asked(form);
    if (asked.asked().isEmpty()) return Faults.NONE;

    var number = form.getOrDefault("InvId", "");
    return asked.hits(strikes.next(number)) ? asked : Faults.NONE;
  }

  private static void refuse(RoutingContext call, int status, String why) {
    Pages.show(call, status, "Not possible", Html.of("<h1>Not possible</h1><p>{}</p>", why));
  }

  private String page(Invoice kept) {
    return base + "/Merchant/Index/" + kept.id();
  }

  private void show(RoutingContext call) {
    invoices
        .memory()
        .byId(Calls.id(call))
        .ifPresentOrElse(
            kept -> show(call, kept), () -> refuse(call, 404, "There is no such invoice."));
  }

  private void show(RoutingContext call, Invoice kept) {
    var order = kept.order();
    var main =
        Html.of(
            BILL,
            kept.origin().account().cabinet().shopName(),
            Pages.amount(order.currency(), order.sum().toPlainString()),
            order.form().getOrDefault("Description", ""),
            order.number(),
            kept.word().message(),
            kept.isOpen()
                ? Choices.usual(kept.order().minorUnits(), page(kept))
                : Pages.wayBack(RobokassaMessages.back(kept)));
    Pages.show(call, 200, "Robokassa", main, kept.origin().account().cabinet().successUrl());
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> invoices.play(Calls.id(call), action))
        .ifPresentOrElse(
            played -> leave(call, played), () -> refuse(call, 404, "There is no such invoice."));
  }

  private void leave(RoutingContext call, Played<Invoice> played) {
    var back = RobokassaMessages.back(played.after());
    var to = back.isEmpty() ? page(played.after()) : back;
    Pages.leave(call, to, played.after().order().faults(), played.told());
  }
}

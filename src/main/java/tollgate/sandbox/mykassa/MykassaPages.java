package tollgate.sandbox.mykassa;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Choices;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;

/** Receives the link and shows the page where a person plays the customer (§1, §6). */
final class MykassaPages {

  private static final String BILL =
      """
      <h1>{}</h1>
      <p class="soft">Payment to {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>Order</dt><dd>{}</dd>
      <dt>Status</dt><dd>{}</dd>
      </dl>
      {}
      """;

  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,9})(\\.[0-9]{1,2})?");
  private static final Pattern ORDER = Pattern.compile("[A-Za-z0-9-]{1,50}");
  private static final Pattern OWN = Pattern.compile("[A-Za-z0-9]*");

  private final SandboxParts parts;
  private final Orders orders;
  private final String base;

  MykassaPages(SandboxParts parts, Orders orders, String base) {
    this.parts = parts;
    this.orders = orders;
    this.base = base;
  }

  void mount(Router router) {
    router.get("/api/merchant.php").handler(call -> arrive(call, false));
    router.get("/").handler(call -> arrive(call, true));
    router.get("/merchant/cash.php").handler(call -> arrive(call, true));
    router.get("/pay/:id").handler(this::show);
    router.post("/pay/:id/:action").handler(this::play);
  }

  private void arrive(RoutingContext call, boolean free) {
    var form = read(call);
    var account = form.flatMap(fields -> signer(fields, free));
    if (account.isEmpty()) {
      refuse(call, 403, "The shop is unknown or the signature is wrong.");
      return;
    }
    if (!isAcceptable(form.get())) {
      refuse(call, 400, "A field is missing or not allowed.");
      return;
    }
    var name = form.get().getOrDefault("o", "");
    var faults = parts.rules().of(name, List.of(form.get().getOrDefault("em", "")));
    if (faults.has(Fault.ERROR)) {
      refuse(call, (int) faults.value(Fault.ERROR), "Out of order. Please try again.");
      return;
    }
    orders
        .arrive(account.get(), form.get(), faults)
        .ifPresentOrElse(
            kept -> Pages.lead(call, page(kept)),
            () -> refuse(call, 409, "This order is over or was for another amount."));
  }

  private static Optional<Map<String, String>> read(RoutingContext call) {
    var form = new TreeMap<String, String>();
    for (var field : call.queryParams()) {
      if (form.put(field.getKey(), field.getValue()) != null) return Optional.empty();
    }
    return Optional.of(form);
  }

  private Optional<MykassaAccount> signer(Map<String, String> form, boolean free) {
    return parts.options().accounts(MykassaAccount.class).stream()
        .filter(account -> account.free() == free)
        .filter(account -> account.shop().equals(form.getOrDefault("m", "")))
        .filter(account ->
            MykassaSignature.isSame(
                MykassaSignature.form(form, account.words().first()), form.getOrDefault("s", "")))
        .findFirst();
  }

  private static boolean isAcceptable(Map<String, String> form) {
    var own =
        form.entrySet().stream()
            .filter(field -> field.getKey().startsWith("us_"))
            .allMatch(field -> OWN.matcher(field.getValue()).matches());
    return own
        && AMOUNT.matcher(form.getOrDefault("oa", "")).matches()
        && ORDER.matcher(form.getOrDefault("o", "")).matches();
  }

  private static void refuse(RoutingContext call, int status, String why) {
    Pages.show(call, status, "Not possible", Html.of("<h1>Not possible</h1><p>{}</p>", why));
  }

  private String page(Bill kept) {
    return base + "/pay/" + kept.id();
  }

  private void show(RoutingContext call) {
    orders
        .memory()
        .byId(Calls.id(call))
        .ifPresentOrElse(
            kept -> show(call, kept), () -> refuse(call, 404, "There is no such order."));
  }

  private void show(RoutingContext call, Bill kept) {
    var account = kept.origin().account();
    var title = account.free() ? "FreeKassa" : "MyKassa";
    var main =
        Html.of(
            BILL,
            title,
            account.cabinet().shopName(),
            Pages.amount(kept.order().currency(), kept.order().amount().toPlainString()),
            kept.order().name(),
            kept.message(),
            kept.isOpen()
                ? Choices.usual(kept.order().minorUnits(), page(kept))
                : Pages.wayBack(MykassaMessages.back(kept)));
    Pages.show(call, 200, title, main, account.cabinet().returnUrl());
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> orders.play(Calls.id(call), action))
        .ifPresentOrElse(
            played -> leave(call, played), () -> refuse(call, 404, "There is no such order."));
  }

  private void leave(RoutingContext call, Played<Bill> played) {
    var back = MykassaMessages.back(played.after());
    var to = back.isEmpty() ? page(played.after()) : back;
    Pages.leave(call, to, played.after().order().faults(), played.told());
  }
}

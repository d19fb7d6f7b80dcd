package tollgate.sandbox.yoomoney;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Choices;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.yoomoney.YoomoneyPayment.Status;

/** Receives the quickpay form, and shows the page where a person plays the payer (A.1). */
final class QuickpayPages {

  private static final int LABEL_CHARS_MAX = 64;
  private static final Pattern SUM = Pattern.compile("[0-9]{1,8}(\\.[0-9]{1,2})?");
  private static final Pattern WEB = Pattern.compile("https?://[!-~]{1,1000}");

  private static final String PAYMENT =
      """
      <h1>YooMoney</h1>
      <p class="soft">To wallet {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>For</dt><dd>{}</dd>
      <dt>Label</dt><dd>{}</dd>
      <dt>Status</dt><dd>{}</dd>
      </dl>
      {}
      """;

  private final SandboxParts parts;
  private final Yoomoney yoomoney;
  private final String base;

  QuickpayPages(SandboxParts parts, Yoomoney yoomoney, String base) {
    this.parts = parts;
    this.yoomoney = yoomoney;
    this.base = base;
  }

  void mount(Router router) {
    router.post("/quickpay/confirm").handler(this::arrive);
    router.post("/quickpay/confirm.xml").handler(this::arrive);
    router.get("/pay/:id").handler(this::show);
    router.post("/pay/:id/:action").handler(this::play);
  }

  private void arrive(RoutingContext call) {
    var form = call.request().formAttributes();
    var account =
        parts.options().accounts(YoomoneyAccount.class).stream()
            .filter(each -> each.receiver().equals(value(form, "receiver")))
            .findFirst();
    var order = order(form);
    if (account.isEmpty() || order.isEmpty()) {
      refuse(call, 400, "The wallet is unknown, or a field is missing or not allowed.");
      return;
    }
    Pages.lead(call, page(yoomoney.arrive(account.get(), order.get())));
  }

  private static String value(MultiMap form, String name) {
    var value = form.get(name);
    return value == null ? "" : value;
  }

  private static Optional<YoomoneyPayment.Order> order(MultiMap form) {
    var label = value(form, "label");
    var sum = value(form, "sum");
    var type = value(form, "paymentType");
    if (!SUM.matcher(sum).matches() || !List.of("PC", "AC").contains(type)) return Optional.empty();
    if (label.length() > LABEL_CHARS_MAX || value(form, "quickpay-form").isEmpty()) {
      return Optional.empty();
    }
    var minorUnits = new BigDecimal(sum).movePointRight(2).longValueExact();
    var back = value(form, "successURL");
    return minorUnits == 0
        ? Optional.empty()
        : Optional.of(
            new YoomoneyPayment.Order(
                label,
                minorUnits,
                type.equals("AC"),
                value(form, "targets"),
                WEB.matcher(back).matches() ? back : ""));
  }

  private String page(YoomoneyPayment payment) {
    return base + "/pay/" + payment.id();
  }

  private void show(RoutingContext call) {
    yoomoney
        .memory()
        .byId(Calls.id(call))
        .ifPresentOrElse(
            kept -> show(call, kept), () -> refuse(call, 404, "There is no such payment."));
  }

  private void show(RoutingContext call, YoomoneyPayment kept) {
    var main =
        Html.of(
            PAYMENT,
            kept.origin().account().receiver(),
            Pages.amount("RUB", kept.sum()),
            kept.order().targets(),
            kept.order().label(),
            kept.state().status(),
            kept.isOpen() ? buttons(kept) : over(kept));
    Pages.show(call, 200, "YooMoney", main, kept.order().successUrl());
  }

  private Html buttons(YoomoneyPayment kept) {
    return Choices.below(
        kept.order().minorUnits(), page(kept), Choices.PAY, Choices.DECLINE, Choices.LEAVE);
  }

  /** The browser returns after success only (A.1). */
  private static Html over(YoomoneyPayment kept) {
    return Pages.wayBack(returns(kept) ? kept.order().successUrl() : "");
  }

  private static boolean returns(YoomoneyPayment kept) {
    var isPaid =
        kept.state().status() == Status.SUCCESS || kept.state().status() == Status.IN_PROGRESS;
    return isPaid && !kept.order().successUrl().isEmpty();
  }

  private void play(RoutingContext call) {
    Calls.action(call)
        .flatMap(action -> yoomoney.play(Calls.id(call), action))
        .ifPresentOrElse(
            played -> leave(call, played), () -> refuse(call, 404, "There is no such payment."));
  }

  private void leave(RoutingContext call, Played<YoomoneyPayment> played) {
    var kept = played.after();
    var to = returns(kept) ? kept.order().successUrl() : page(kept);
    Pages.leave(call, to, kept.origin().faults(), played.told());
  }

  private static void refuse(RoutingContext call, int status, String why) {
    Pages.show(call, status, "Not possible", Html.of("<h1>Not possible</h1><p>{}</p>", why));
  }
}

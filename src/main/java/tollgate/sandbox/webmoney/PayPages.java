package tollgate.sandbox.webmoney;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;
import tollgate.sandbox.SandboxParts;

/** Takes the shop's form, and then what the customer does on its pages (§3, §7). */
final class PayPages {

  private final SandboxParts parts;
  private final PayRules rules;
  private final WmBook book;
  private final Keeper keeper;
  private final PayViews views;

  PayPages(SandboxParts parts, PayRules rules, WmBook book, Keeper keeper, PayViews views) {
    this.parts = parts;
    this.rules = rules;
    this.book = book;
    this.keeper = keeper;
    this.views = views;
  }

  void mount(Router router) {
    router.post("/lmi/payment.asp").handler(call -> arrive(call, WmForm.WINDOWS_1251));
    router.post("/lmi/payment_utf.asp").handler(call -> arrive(call, UTF_8));
    router.get("/lmi/pay/:id").handler(call -> known(call, views::show));
    router.post("/lmi/pay/:id/keeper").handler(call -> known(call, this::pay));
    router.post("/lmi/pay/:id/phone").handler(call -> known(call, this::phone));
    router.post("/lmi/pay/:id/again").handler(call -> known(call, this::again));
    router.post("/lmi/pay/:id/code").handler(call -> known(call, this::code));
    router.post("/lmi/pay/:id/cancel").handler(call -> known(call, this::cancel));
  }

  /** What is wrong with a form is said on a page, by 200, and nobody is called (§12). */
  private void arrive(RoutingContext call, Charset charset) {
    var form = WmForm.read(WmXml.body(call, ISO_8859_1), charset);
    var refusal =
        form.isEmpty() ? Optional.of("This form cannot be read.") : rules.refuses(form.get());
    if (refusal.isPresent()) {
      refuse(call, refusal.get());
      return;
    }
    var order = order(call, form.get(), charset);
    book.arrive(order)
        .ifPresentOrElse(
            kept -> begin(call, kept),
            () -> refuse(call, "This number was used for another payment."));
  }

  private WmPayment.Order order(RoutingContext call, WmForm form, Charset charset) {
    var asked = parts.rules().of(form.get("LMI_PAYMENT_NO"), List.of(form.description()));
    var means = call.request().getParam("at", "");
    var account = rules.purse(form.get("LMI_PAYEE_PURSE")).orElseThrow();
    return new WmPayment.Order(account, form, charset, means, asked, new AttemptLog());
  }

  private void begin(RoutingContext call, WmPayment kept) {
    parts.play(
        kept.order().faults().autoplay(kept.order().account().autoplay()),
        action -> keeper.play(kept, action));
    Pages.lead(call, views.page(kept));
  }

  private static void refuse(RoutingContext call, String why) {
    Pages.show(call, 200, "Not possible", Html.of("<h1>Not possible</h1><p>{}</p>", why));
  }

  private void known(RoutingContext call, BiConsumer<RoutingContext, WmPayment> then) {
    book.memory()
        .byId(Calls.id(call))
        .ifPresentOrElse(
            kept -> then.accept(call, kept),
            () -> Pages.show(call, 404, "Not possible", new Html("<h1>No such payment</h1>")));
  }

  private void pay(RoutingContext call, WmPayment kept) {
    answer(call, kept, kept.isOpen() ? keeper.pay(kept) : welcome());
  }

  private void phone(RoutingContext call, WmPayment kept) {
    var given = call.request().getFormAttribute("phone");
    var digits = Phones.digits(given == null ? "" : given);
    if (digits.isEmpty()) {
      Pages.lead(call, views.page(kept) + "?say=phone");
      return;
    }
    answer(call, kept, kept.isOpen() ? keeper.phone(kept, digits.get()) : welcome());
  }

  private static Future<Optional<String>> welcome() {
    return Future.succeededFuture(Optional.empty());
  }

  /** The shop's text is shown as it came (§4). */
  private void answer(RoutingContext call, WmPayment kept, Future<Optional<String>> asked) {
    asked.onSuccess(refusal ->
        refusal.ifPresentOrElse(
            text -> views.unwelcome(call, kept, text), () -> Pages.lead(call, views.page(kept))));
  }

  private void again(RoutingContext call, WmPayment kept) {
    if (Keeper.awaitsCode(kept)) keeper.sendAgain(kept);
    Pages.lead(call, views.page(kept));
  }

  private void code(RoutingContext call, WmPayment kept) {
    var given = call.request().getFormAttribute("code");
    keeper
        .enter(kept, given == null ? "" : given.strip())
        .onSuccess(entered ->
            Pages.lead(
                call,
                switch (entered) {
                  case RIGHT, WRONG_TOO_OFTEN -> views.page(kept);
                  case WRONG -> views.page(kept) + "?say=code";
                  case TOO_LATE -> views.page(kept) + "?say=late";
                }));
  }

  private void cancel(RoutingContext call, WmPayment kept) {
    keeper.cancel(kept).onSuccess(_ -> Pages.lead(call, views.page(kept)));
  }
}

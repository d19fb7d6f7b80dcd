package tollgate.sandbox.webmoney;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;

/** Plays the customer's phone, apart from the pages that only WebMoney would show (§7). */
final class PhonePages {

  private static final String PHONE =
      """
      <h1>Phone {}</h1>
      <p class="soft">The messages that came to it, the latest first. Load the page again for newer
      ones.</p>
      {}
      """;

  private static final Html NONE = new Html("<p>No messages yet.</p>");

  private final Phones phones;

  PhonePages(Phones phones) {
    this.phones = phones;
  }

  void mount(Router router) {
    router.get("/phone/:id").handler(this::show);
    router.get("/sim/sms").handler(this::told);
  }

  private void show(RoutingContext call) {
    var phone = Phones.digits(Calls.id(call)).orElse("");
    var texts =
        phones.of(phone).stream()
            .map(text -> Html.of("<section><p role=\"log\">{}</p></section>", text.text()))
            .toList();
    var shown = texts.isEmpty() ? NONE : Html.all(texts);
    Pages.show(call, 200, "Phone", Html.of(PHONE, phone.isEmpty() ? "" : "+" + phone, shown));
  }

  /** For tests that have no eyes. */
  private void told(RoutingContext call) {
    var phone = Phones.digits(call.request().getParam("phone", "")).orElse("");
    var texts = new JsonArray();
    phones
        .of(phone)
        .forEach(text ->
            texts.add(
                new JsonObject()
                    .put("at", text.at().toString())
                    .put("text", text.text())
                    .put("code", text.code())));
    var _ = call.json(new JsonObject().put("phone", phone).put("sms", texts));
  }
}

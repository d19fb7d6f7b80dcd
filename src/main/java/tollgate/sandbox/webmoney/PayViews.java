package tollgate.sandbox.webmoney;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import tollgate.sandbox.Html;
import tollgate.sandbox.Pages;

/** What the customer sees: the choice of means, the page for the code, the result (§7). */
final class PayViews {

  private static final String BILL =
      """
      <h1>WebMoney</h1>
      <p class="soft">Payment to {}</p>
      <p class="amount">{}</p>
      <dl>
      <dt>For</dt><dd>{}</dd>
      <dt>To purse</dt><dd>{}</dd>
      <dt>Number</dt><dd>{}</dd>
      </dl>
      {}
      {}
      """;

  private static final String MEANS =
      """
      <h2>Keeper on a computer</h2>
      {}
      {}
      <h2>Keeper Mobile</h2>
      <form method="post" action="{}/phone">
      <label for="phone">Your phone, with the codes of country and area</label>
      <input id="phone" name="phone" type="tel" autocomplete="tel" required value="{}"
       placeholder="+380 50 111 22 33">
      <button class="go" type="submit">Send me a code</button>
      </form>
      {}
      """;

  private static final String CODE =
      """
      <p>A message with a code of 4 digits was sent to {}.</p>
      <form method="post" action="{}/code">
      <label for="code">The code</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="4"
       pattern="[0-9]{4}" required>
      <button class="go" type="submit">Pay</button>
      </form>
      {}
      {}
      <p class="soft">In the sandbox you have that phone, too:
      <a href="{}" target="_blank" rel="noopener">look at it beside this page</a>.</p>
      """;

  private static final String RESULT =
      """
      <p class="amount">{}</p>
      <dl>
      <dt>Transfer</dt><dd>{}</dd>
      <dt>From purse</dt><dd>{}</dd>
      <dt>Phone</dt><dd>{}</dd>
      </dl>
      {}
      """;

  private static final Map<String, String> SAYINGS =
      Map.of(
          "phone", "This is no phone number: 10 to 15 digits with the code of the country.",
          "code", "That code is wrong.",
          "late", "That code is too old.");

  private static final Html CLOSE = new Html("<p>You may close this page.</p>");

  private final String base;

  PayViews(String base) {
    this.base = base;
  }

  String page(WmPayment kept) {
    return base + "/lmi/pay/" + kept.id();
  }

  void show(RoutingContext call, WmPayment kept) {
    var said = SAYINGS.getOrDefault(call.request().getParam("say", ""), "");
    var main =
        switch (kept.stage()) {
          case CHOOSING -> means(kept);
          case CODE -> code(kept);
          case PAID -> result(kept, "Paid");
          case HELD -> result(kept, "Paid, on hold");
          case FAILED -> result(kept, "Not paid");
          case EXPIRED -> result(kept, "Too late");
        };
    show(call, kept, said.isEmpty() ? Html.EMPTY : alert(said), main);
  }

  /** The shop does not want the payment; the customer may try again. */
  void unwelcome(RoutingContext call, WmPayment kept, String text) {
    var said = alert("The shop does not take this payment: " + text);
    show(call, kept, said, kept.isOpen() ? means(kept) : result(kept, "Not paid"));
  }

  private void show(RoutingContext call, WmPayment kept, Html said, Html main) {
    var order = kept.order();
    var bill =
        Html.of(
            BILL,
            order.account().shopName(),
            order.amount() + " WM" + order.account().unit(),
            order.form().description(),
            order.account().purse(),
            order.no(),
            said,
            main);
    Pages.show(call, 200, "WebMoney", bill, backUrl(kept));
  }

  private static Html alert(String text) {
    return Html.of("<p role=\"alert\">{}</p>", text);
  }

  private Html means(WmPayment kept) {
    var phone = kept.order().form().get("LMI_FAST_PHONENUMBER");
    var page = page(kept);
    var isMobile = kept.order().means().equals("authtype_4");
    return Html.of(
        MEANS,
        isMobile ? Html.EMPTY : Pages.button(page + "/keeper", "go", "Pay by Keeper WinPro"),
        isMobile ? Html.EMPTY : Pages.button(page + "/keeper", "go", "Pay by Keeper WebPro"),
        page,
        phone,
        Pages.button(page + "/cancel", "stop", "Cancel"));
  }

  /** The code itself is on the phone and nowhere else. */
  private Html code(WmPayment kept) {
    var phone = kept.payer().map(WmPayer::phone).orElse("");
    var page = page(kept);
    var isLast = kept.sms().filter(WmSms::isLast).isPresent();
    return Html.of(
        CODE,
        "+" + phone,
        page,
        isLast ? Html.EMPTY : Pages.button(page + "/again", "", "Send another code"),
        Pages.button(page + "/cancel", "stop", "Cancel"),
        base + "/phone/" + phone);
  }

  private Html result(WmPayment kept, String word) {
    var payer = kept.payer();
    return Html.of(
        RESULT,
        word,
        kept.state().trans(),
        payer.map(WmPayer::purse).orElse(""),
        payer.map(WmPayer::phone).filter(it -> !it.isEmpty()).map(it -> "+" + it).orElse(""),
        back(kept));
  }

  private static String backUrl(WmPayment kept) {
    return kept.order().form().get(kept.hasMovedMoney() ? "LMI_SUCCESS_URL" : "LMI_FAIL_URL");
  }

  /** By link, or by a form with what the shop shall know (§6). */
  private static Html back(WmPayment kept) {
    var url = backUrl(kept);
    if (url.isEmpty()) return CLOSE;

    var name = kept.hasMovedMoney() ? "LMI_SUCCESS_METHOD" : "LMI_FAIL_METHOD";
    var method = kept.order().form().get(name);
    if (method.equals("2")) return Pages.wayBack(url);

    var fields =
        WmMessages.back(kept).entrySet().stream()
            .map(it ->
                Html.of(
                    "<input type=\"hidden\" name=\"{}\" value=\"{}\">", it.getKey(), it.getValue()))
            .toList();
    return Html.of(
        "<form method=\"{}\" action=\"{}\">{}<button class=\"go\">Back to the shop</button></form>",
        method.equals("1") ? "post" : "get",
        url,
        Html.all(fields));
  }
}

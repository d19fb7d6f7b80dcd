package tollgate.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.Invoice;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.RedirectData;
import tollgate.web.Offers.Offer;

/** The pages of a payment link, filled: what is asked for, where it stands, and how it ended. */
record LinkPages(PageWords words) {

  private static final int SOON = 1;
  private static final int LATER = 3;

  /** What a browser goes to by itself; another scheme wants an app, and the customer's tap. */
  private static final Set<String> WEB = Set.of("http", "https");

  private static final String FACTS =
      """
      <h1>{}</h1>
      <p class="amount">{}</p>
      {}
      """;

  private static final String FORM =
      """
      <form method="post" action="{}">
      {}
      </form>
      """;

  private static final String BUTTON =
      """
      <button type="submit" name="method" value="{}">{}</button>\
      """;

  private static final String LEAVE =
      """
      <h1>{}</h1>
      <p role="status">{}</p>
      <form method="post" action="{}" data-go>
      {}
      <button type="submit">{}</button>
      </form>
      <script src="/pages/leave.js" defer></script>
      """;

  private static final String AWAY =
      """
      <h1>{}</h1>
      <p role="status">{}</p>
      <p><a class="button" href="{}" rel="noreferrer" data-go>{}</a></p>
      {}
      """;

  private static final String SCRIPT = "<script src=\"/pages/leave.js\" defer></script>";

  private static final String STATE =
      """
      <h1>{}</h1>
      <p role="status">{}</p>
      {}
      """;

  private static final String BACK = "<p><a class=\"button\" href=\"{}\">{}</a></p>";

  /** Who asks, how much, what for, until when; and a button for each way to pay. */
  Page offer(Link link, String asks, List<Offer> offers) {
    var invoice = link.invoice();
    var title = words.say("asks", asks);
    var facts = Html.of(FACTS, title, words.money(link.terms().amount()), description(link));
    var until = Html.of("<p class=\"soft\">{}</p>", until(invoice));
    if (offers.isEmpty()) {
      var none = Html.of("<p role=\"status\">{}</p>", words.say("no-method"));
      return page(200, title, Html.all(List.of(facts, none, until)));
    }
    var buttons = Html.all(offers.stream().map(this::button).toList());
    var form = Html.of(FORM, "/link/" + invoice.token() + "/pay", buttons);
    return page(200, title, Html.all(List.of(facts, form, until)));
  }

  private Html button(Offer offer) {
    var title = Brands.of(offer.activation().method());
    var label = words.say("pay", words.money(offer.charged())).replace("[]", title);
    return Html.of(BUTTON, offer.method(), label);
  }

  private static Html description(Payment payment) {
    var text = payment.terms().details().description();
    return text.isEmpty() ? Html.NOTHING : Html.of("<p>{}</p>", text);
  }

  private String until(Invoice invoice) {
    return words.say("until", words.moment(invoice.bestBefore()));
  }

  /** Where a link that is none any more stands. */
  Page state(Payment payment) {
    return switch (payment.state()) {
      case Offered _ -> gone("expired");
      case Processing _ -> waiting("starting", SOON);
      case AwaitingCustomer(RedirectData to) -> leave(to, payment.askedFor());
      case WithProvider _ -> waiting("deciding", LATER);
      case Succeeded _ -> ended("paid", payment, payment.terms().details().returns().success());
      case Declined _ when payment instanceof Link ->
          gone(payment.state().equals(Link.WITHDRAWN) ? "withdrawn" : "expired");
      case Declined _, Failed _, PaidLate _ ->
          ended("unpaid", payment, payment.terms().details().returns().decline());
    };
  }

  Page unknown() {
    return page(404, words.say("unknown"), plain("unknown"));
  }

  Page busy() {
    return new Page(words, 503, words.say("busy"), plain("busy"), LATER, "");
  }

  Page foreign() {
    return page(403, words.say("foreign"), plain("foreign"));
  }

  private Page gone(String name) {
    return page(410, words.say(name), plain(name));
  }

  private Page waiting(String name, int seconds) {
    return new Page(words, 200, words.say(name), plain(name), seconds, "");
  }

  private Html plain(String name) {
    return Html.of(STATE, words.say(name), words.say(name + "-why"), Html.NOTHING);
  }

  private Page ended(String name, Payment payment, @Nullable String back) {
    var why = words.say(name + "-why", words.money(payment.terms().amount()));
    var body = Html.of(STATE, words.say(name), why, button(payment, back));
    return page(200, words.say(name), body);
  }

  /** Who came from nowhere has nowhere to go back to. */
  private Html button(Payment payment, @Nullable String back) {
    var invoice = payment.terms().details().invoice();
    if (back == null || (invoice != null && back.equals(invoice.url()))) return Html.NOTHING;

    return Html.of(BACK, back, words.say("back"));
  }

  private Page leave(RedirectData to, Money amount) {
    var title = words.say("leave");
    var why = words.say("leave-why", words.money(amount));
    var scheme = to.url().substring(0, Math.max(0, to.url().indexOf(':')));
    if (to.method().equals("POST")) {
      var fields = to.fields().entrySet().stream().map(LinkPages::field).toList();
      var body = Html.of(LEAVE, title, why, to.url(), Html.all(fields), words.say("go"));
      return new Page(words, 200, title, body, 0, scheme);
    }
    var script = WEB.contains(scheme) ? new Html(SCRIPT) : Html.NOTHING;
    return page(200, title, Html.of(AWAY, title, why, to.url(), words.say("go"), script));
  }

  private Page page(int status, String title, Html body) {
    return new Page(words, status, title, body);
  }

  private static Html field(Map.Entry<String, String> field) {
    return Html.of(
        "<input type=\"hidden\" name=\"{}\" value=\"{}\">", field.getKey(), field.getValue());
  }
}

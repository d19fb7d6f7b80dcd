package tollgate.demo;

import static java.util.Map.entry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages of a top-up, filled. */
final class Pages {

  private final String frame = Assets.text("frame.html");
  private final String state = Assets.text("state.html");
  private final String form = Assets.text("form.html");
  private final String app = Assets.text("app.html");
  private final String trouble = Assets.text("trouble.html");

  /** Where the top-up stands; changes by itself while that is open. */
  String state(TopUp topUp, boolean mine) {
    var words = PlainWords.of(topUp);
    var at = topUp.phase() == TopUp.Phase.AT_PROVIDER && topUp.redirect() != null;
    return framed(
        words.headline(),
        Html.filled(
            state,
            Map.ofEntries(
                entry("project", topUp.shop().project()),
                entry("payment", topUp.id()),
                entry("currency", topUp.sum().code()),
                entry("phase", topUp.phase().name()),
                entry("headline", words.headline()),
                entry("text", words.text()),
                entry("pay", payAddress(topUp.shop(), topUp.id())),
                entry("hidden", at ? Html.NOTHING : new Html("hidden")),
                entry("provider", topUp.provider()),
                entry("mine", mine))));
  }

  /** A form that posts itself to the provider, with a button for those without scripts. */
  String form(TopUp topUp, Redirect redirect) {
    var fields =
        redirect.fields().entrySet().stream()
            .map(field ->
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(Html.escaped(field.getKey()), Html.escaped(field.getValue())))
            .collect(Collectors.joining("\n"));
    return framed(
        "Continue to " + topUp.provider(),
        Html.filled(
            form,
            Map.of(
                "url", redirect.url(),
                "fields", new Html(fields),
                "sum", Amounts.words(topUp.sum()),
                "provider", topUp.provider())));
  }

  /** The provider's app: a button for this device, a code for the phone beside it. */
  String app(TopUp topUp, Redirect redirect) {
    var provider = topUp.provider();
    return framed(
        "Pay with " + provider,
        Html.filled(
            app,
            Map.of(
                "project", topUp.shop().project(),
                "payment", topUp.id(),
                "url", redirect.url(),
                "qr", Qr.of(redirect.url(), "QR code that opens the " + provider + " app"),
                "sum", Amounts.words(topUp.sum()),
                "provider", provider)));
  }

  String trouble(String headline, String text) {
    return framed(headline, Html.filled(trouble, Map.of("headline", headline, "text", text)));
  }

  private String framed(String title, Html body) {
    return Html.filled(frame, Map.of("title", title, "body", body)).markup();
  }

  static String payAddress(Shop shop, String payment) {
    return address("/demo/pay", shop, payment);
  }

  static String doneAddress(Shop shop, String payment) {
    return address("/demo/done", shop, payment);
  }

  private static String address(String path, Shop shop, String payment) {
    return path
        + "?project="
        + shop.project()
        + "&payment="
        + URLEncoder.encode(payment, StandardCharsets.UTF_8);
  }

  /** What a customer is told about a failed call. */
  static String words(Throwable why) {
    return why instanceof GateRefused refused
        ? refused.words()
        : "Something went wrong on our side. Try again soon.";
  }
}

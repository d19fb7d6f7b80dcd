package tollgate.sandbox;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The frame of every page: phone first, no script, one style sheet, nothing from elsewhere. */
public final class Pages {

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>{}</title>
      <link rel="stylesheet" href="/sandbox/sandbox.css">
      </head>
      <body>
      <p class="ribbon" role="note">Sandbox: no real money moves here</p>
      <main>
      {}
      </main>
      </body>
      </html>
      """;

  private static final String BUTTON =
      """
      <form method="post" action="{}"><button class="{}" type="submit">{}</button></form>
      """;

  static final Buffer STYLE = resource("sandbox.css");

  private Pages() {}

  /** A button that needs no script: a form of its own. */
  public static Html button(String action, String look, String label) {
    return Html.of(BUTTON, action, look, label);
  }

  /** The way back, when all is over; {@code url} is empty where there is none. */
  public static Html wayBack(String url) {
    return url.isEmpty()
        ? Html.of("<p>You may close this page.</p>")
        : Html.of("<p><a class=\"button go\" href=\"{}\">Back to the shop</a></p>", url);
  }

  /** An amount as people write it, its currency named; nobody writes a rupiah's cents. */
  public static String amount(String currency, String number) {
    var point = number.indexOf('.');
    var whole = Long.parseLong(number.substring(0, point));
    var rest = number.substring(point);
    var cents = currency.equals("IDR") && rest.equals(".00") ? "" : rest;
    return String.format(Locale.ROOT, "%s %,d%s", currency, whole, cents);
  }

  public static void show(RoutingContext call, int status, String title, Html main) {
    show(call, status, title, main, "");
  }

  /**
   * Shows a page.
   *
   * @param leadsTo where a button of this page may finally lead the browser; empty: nowhere else.
   *     Browsers hold redirects after a form to the page's own policy, so it must name that place.
   */
  public static void show(
      RoutingContext call, int status, String title, Html main, String leadsTo) {
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self'"
                + source(leadsTo))
        .end(Html.of(FRAME, title, main).markup());
  }

  /** Sends the browser on; 303, so that whatever it posted is not posted there. */
  public static void lead(RoutingContext call, String to) {
    call.response()
        .setStatusCode(303)
        .putHeader("Location", to)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Referrer-Policy", "no-referrer")
        .end();
  }

  /** The browser goes at once, unless the callback was asked to overtake it. */
  public static void leave(RoutingContext call, String to, Faults faults, Future<?> told) {
    if (!faults.has(Fault.EARLY)) {
      lead(call, to);
      return;
    }
    told.onComplete(_ -> lead(call, to));
  }

  /** The origin of an address as a policy names it; of an app's address, its scheme. */
  static String source(String address) {
    try {
      var uri = new URI(address);
      if (uri.getScheme() == null) return "";
      if (uri.getHost() == null) return " " + uri.getScheme() + ":";

      var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return " " + uri.getScheme() + "://" + uri.getHost() + port;
    } catch (URISyntaxException unreadable) {
      return "";
    }
  }

  private static Buffer resource(String name) {
    try (var file = Pages.class.getResourceAsStream(name)) {
      if (file == null) throw new IllegalStateException("missing in the build: " + name);

      return Buffer.buffer(file.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

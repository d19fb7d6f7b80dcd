package tollgate.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * A page for a customer, phone first. It loads nothing but our own style sheet and the script that
 * leaves for a provider, stands in nobody's frame, and posts to us alone unless it leads away.
 *
 * @param refreshSeconds after which the browser asks again; 0 for never
 * @param leaves the scheme by which a form of it leads away; empty when none does
 */
record Page(
    PageWords words, int status, String title, Html body, int refreshSeconds, String leaves) {

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="{}">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      {}<title>{}</title>
      <link rel="stylesheet" href="/pages/page.css">
      </head>
      <body>
      <main>
      {}
      </main>
      </body>
      </html>
      """;

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  Page(PageWords words, int status, String title, Html body) {
    this(words, status, title, body, 0, "");
  }

  /**
   * A referrer goes to ourselves alone: with none at all, a browser would not say that a form is
   * ours either.
   */
  void send(RoutingContext ctx) {
    var response = ctx.response();
    if (response.ended() || response.closed()) return;

    var refresh =
        refreshSeconds == 0
            ? Html.NOTHING
            : Html.of("<meta http-equiv=\"refresh\" content=\"{}\">\n", refreshSeconds);
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("referrer-policy", "same-origin")
        .putHeader("content-security-policy", POLICY + away())
        .end(Html.of(FRAME, words.locale().toLanguageTag(), refresh, title, body).markup());
  }

  /** Browsers hold whatever a provider does next to the policy of this page, so it names nobody. */
  private String away() {
    return leaves.isEmpty() ? "" : leaves.equals("http") ? " https: http:" : " https:";
  }
}

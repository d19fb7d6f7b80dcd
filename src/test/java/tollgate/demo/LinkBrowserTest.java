package tollgate.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static tollgate.demo.PhoneBrowser.shoot;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tollgate.json.Json;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.tenant.Secret;

/** A customer pays a link: the whole gateway with its sandbox, and a real browser. */
@Tag("browser")
class LinkBrowserTest extends BrowserWalk {

  private static final GateSignature KEYS = GateSignature.with(new Secret("demo-secret-210"));

  @Test
  void isPaidThroughTheProvider() throws Exception {
    var url = link("walk-1", "en");
    try (var customer = browser.phone()) {
      var page = opened(customer, url);
      assertThat(page.locator("h1")).containsText("asks you to pay");
      assertThat(page.locator(".amount")).hasText("25.50 MYR");
      shoot(page, "link-asks");

      press(page, Pattern.compile("Pay 25\\.50 MYR with .*"));
      assertThat(page).hasURL(Pattern.compile(".*/sandbox/.*"));
      press(page, Pattern.compile("^Pay$"));

      assertThat(page.locator("h1")).hasText("Paid");
      Assertions.assertThat(page.url()).isEqualTo(url);
      shoot(page, "link-paid");
    }
    Assertions.assertThat(status("walk-1")).contains("\"status\":\"success\"");
    try (var other = browser.darkPhone()) {
      var page = opened(other, url);
      assertThat(page.locator("h1")).hasText("Paid");
      assertThat(page.locator("form")).hasCount(0);
    }
  }

  /** Each step is a button or a page that asks again by itself. */
  @Test
  void isPaidWithoutScripts() throws Exception {
    var url = link("walk-2", "ru");
    try (var customer = browser.phoneWithoutScripts()) {
      var page = opened(customer, url);
      press(page, Pattern.compile("Заплатить 25,50 MYR .*"));
      press(page, Pattern.compile("Продолжить"));
      assertThat(page).hasURL(Pattern.compile(".*/sandbox/.*"));
      press(page, Pattern.compile("^Decline$"));

      assertThat(page.locator("h1")).hasText("Не оплачено");
      shoot(page, "link-unpaid");
    }
  }

  @Test
  void takenBackItSaysSo() throws Exception {
    var url = link("walk-3", "ms");
    ask("/v2/payment/invoice/cancel", general("walk-3"));
    try (var customer = browser.phone()) {
      var page = opened(customer, url);
      assertThat(page.locator("h1")).hasText("Pautan ini telah ditarik balik");
      shoot(page, "link-withdrawn");
    }
  }

  private static Page opened(BrowserContext customer, String url) {
    var page = customer.newPage();
    page.navigate(url);
    return page;
  }

  private static void press(Page page, Pattern name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
  }

  /** Where the link is that the demo's project makes. */
  private static String link(String paymentId, String language) throws Exception {
    ask(
        "/v2/payment/invoice/create",
        general(paymentId)
            .with(
                "payment",
                Json.object()
                    .put("amount", 2550)
                    .put("currency", "MYR")
                    .put("description", "Ride to the airport")
                    .build())
            .with("customer", Json.object().put("id", "cust-88").build())
            .with("language", Json.text(language)));
    var found = Pattern.compile("\"url\":\"([^\"]+)\"").matcher(status(paymentId));
    Assertions.assertThat(found.find()).isTrue();
    return found.group(1).replace("\\/", "/");
  }

  private static String status(String paymentId) throws Exception {
    return ask("/v2/payment/status", general(paymentId));
  }

  private static Json.Obj general(String paymentId) {
    var general = Json.object().put("project_id", 210).put("payment_id", paymentId);
    return Json.object().put("general", general).build();
  }

  private static String ask(String path, Json.Obj message) throws Exception {
    var signed = KEYS.signed(message, Place.GENERAL);
    var request =
        HttpRequest.newBuilder(URI.create(gateway.address() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(signed.bytes()))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    }
  }
}

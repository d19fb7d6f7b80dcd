package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.engine.MemoryStore;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.Sale;

/** What a customer sees of a payment link, and what may press its button. */
class LinkPageTest extends LinkPageGround {

  private static final int AT_ONCE = 64;

  @Test
  void saysWhoAsksForHowMuchAndUntilWhen() {
    var page = page(link());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(text(page))
        .contains("<html lang=\"ru\">")
        .contains("Taxi 210 просит вас заплатить")
        .contains("125,50 MYR")
        .contains("Ride №7 to the airport")
        .contains("3 марта 2026, 01:15 UTC")
        .contains("Touch&#39;n Go eWallet")
        .doesNotContain("Taxi top-up");
  }

  @Test
  void loadsAndFramesNothingOfOthers() {
    var headers = page(link()).headers();

    assertThat(headers.firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("cache-control")).hasValue("no-store");
    assertThat(headers.firstValue("referrer-policy")).hasValue("same-origin");
    assertThat(headers.firstValue("x-frame-options")).hasValue("DENY");
    for (var asset : new String[] {"/pages/page.css", "/pages/leave.js"}) {
      assertThat(get(asset).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatTheMerchantWroteIsText() {
    var mean = "<script>alert(1)</script> & \\\"quotes\\\"";
    var page = page(link(Good.named("link", wallet).with("payment.description", quoted(mean))));

    assertThat(text(page))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;")
        .doesNotContain("<script>alert");
  }

  @ParameterizedTest(name = "{0}, browser {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ms |                | meminta anda membayar
          id |                | meminta Anda membayar
          en | ru             | asks you to pay
          xx | ru,en;q=0.5    | просит вас заплатить
             | id-ID,en;q=0.8 | meminta Anda membayar
             | de             | asks you to pay
             | ;;;            | asks you to pay
          """)
  void speaksTheLinksLanguageOrTheBrowsers(String language, String accepts, String words) {
    var good = Good.named("link", wallet);
    var spoken =
        language == null ? good.without("language") : good.with("language", quoted(language));
    var path = link(spoken);
    var request = server.request(path).GET();
    if (accepts != null) request.header("Accept-Language", accepts);

    assertThat(text(server.send(request))).contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/link/x",
        "/link/210-1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/link/0-0-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/link/%3Cscript%3E"
      })
  void anotherAddressIsNone(String path) {
    link();

    var page = get(path);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(text(page)).contains("There is no such link").doesNotContain("Taxi");
  }

  @Test
  void withAnotherSecretItIsNotThere() {
    var path = link();
    var last = path.charAt(path.length() - 1) == 'A' ? "B" : "A";

    assertThat(get(path.substring(0, path.length() - 1) + last).statusCode()).isEqualTo(404);
    assertThat(pay(path.substring(0, path.length() - 1) + last, "touchngo").statusCode())
        .isEqualTo(404);
    assertThat(payment("LN-1")).isInstanceOf(Link.class);
  }

  @Test
  void confirmedItBecomesASaleByTheChosenMethod() {
    var path = link();

    var answer = pay(path, "touchngo");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue(path);
    assertThat(payment("LN-1")).isInstanceOf(Sale.class);
    assertThat(payment("LN-1").terms().method()).isEqualTo("touchngo");
    assertThat(text(page(path))).contains("http-equiv=\"refresh\"");
  }

  @Test
  void aMethodThatWasNotOfferedChangesNothing() {
    var path = link();

    for (var method : new String[] {"taxi", "gopay", "wallet", "nothing", ""}) {
      assertThat(pay(path, method).statusCode()).isEqualTo(303);
    }
    assertThat(payment("LN-1")).isInstanceOf(Link.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example",
    "Origin, null"
  })
  void aFormOfAnotherSiteIsRefused(String header, String value) {
    var path = link();

    var answer = pay(path, "touchngo", Map.of(header, value));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(payment("LN-1")).isInstanceOf(Link.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"Sec-Fetch-Site, same-origin", "Origin, https://pay.example"})
  void aFormOfOursIsTaken(String header, String value) {
    assertThat(pay(link(), "touchngo", Map.of(header, value)).statusCode()).isEqualTo(303);
    assertThat(payment("LN-1")).isInstanceOf(Sale.class);
  }

  @Test
  void manyWhoPressAtOnceBuyOnce() {
    var path = link();
    var all = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();
    for (int i = 0; i < AT_ONCE; i++) {
      all.add(CompletableFuture.supplyAsync(() -> pay(path, "touchngo")));
    }

    assertThat(all.stream().map(each -> each.join().statusCode())).containsOnly(303);
    assertThat(called()).hasSize(1);
  }

  private List<MemoryStore.DutyLeft> called() {
    return server.store.duties().stream()
        .filter(duty -> duty.effect() == Effect.CALL_PROVIDER)
        .toList();
  }
}

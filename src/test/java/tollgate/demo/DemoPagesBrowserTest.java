package tollgate.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static tollgate.demo.PhoneBrowser.shoot;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages in a real browser, against a gateway that is honest and small. */
@Tag("browser")
class DemoPagesBrowserTest {

  private final List<String> complaints = new ArrayList<>();
  private Taxi taxi;
  private PhoneBrowser browser;

  @BeforeEach
  void open() {
    taxi = new Taxi(DemoOptions.Bounds.USUAL);
    browser = new PhoneBrowser();
  }

  @AfterEach
  void close() {
    browser.close();
    taxi.close();
  }

  @Test
  void aPhoneToppedUpByTouchngo() {
    var page = opened(browser.phone());
    assertThat(page.locator("[data-wallet='210'] [data-balance]")).hasText("RM 0.00");
    assertThat(page.locator("#live")).containsText("Live");
    shoot(page, "phone-front");

    page.locator("[data-quick='210'] button").nth(1).click();
    page.locator("#go").click();
    assertThat(page.locator("h1")).hasText("Provider");
    var front = opened(page.context());
    page.locator("#pay").click();

    assertThat(page.locator("h1")).hasText("Paid");
    assertThat(page.locator("[data-newbalance]")).hasText("Balance: RM 25.00");
    shoot(page, "phone-paid");
    assertThat(front.locator("#rows li")).hasCount(1);
    assertThat(front.locator("#hooks li")).hasCount(2);
    shoot(front, "phone-front-paid");
    Assertions.assertThat(complaints).isEmpty();
  }

  @Test
  void theBalanceChangesWithoutAReload() {
    var front = opened(browser.desk());
    assertThat(front.locator("[data-wallet='211'] [data-balance]")).hasText("Rp 0");
    var page = opened(front.context());
    page.locator("input[data-project='211']").check();
    page.locator("#amount").fill("50,000");
    page.locator("#go").click();
    assertThat(page.locator("h1")).hasText("Pay Rp 50,000 with GoPay");
    shoot(page, "desk-gopay");

    Taxi.wait(taxi.gateway.end(taxi.gateway.latest(), "success", "0"));
    assertThat(page.locator("h1")).hasText("Paid");
    assertThat(page.locator("[data-newbalance]")).hasText("Balance: Rp 50,000");
    shoot(page, "desk-paid");
    assertThat(front.locator("[data-wallet='211'] [data-balance]")).hasText("Rp 50,000");
    assertThat(front.locator("#hooks li")).hasCount(2);
    front.locator("#hooks summary").first().click();
    front.locator("summary", new Page.LocatorOptions().setHasText("integrators")).click();
    shoot(front, "desk-front-paid");
    Assertions.assertThat(complaints).isEmpty();
  }

  /** Found when two ways were paid within one second: the page turned the gateway's order round. */
  @Test
  void entriesOfOneSecondStayInTheOrderOfTheBook() {
    var context = browser.desk();
    context.route(
        "**/demo/wallets",
        route -> {
          var history =
              "\"history\":[%s,%s,%s]"
                  .formatted(entry("third", 3), entry("second", 2), entry("first", 2));
          var wallets = route.fetch().text().replaceFirst("\"history\":\\[]", history);
          route.fulfill(new Route.FulfillOptions().setBody(wallets));
        });

    var page = opened(context);

    assertThat(page.locator("#rows li b:first-child"))
        .hasText(new String[] {"third", "", "second", "", "first", ""});
    Assertions.assertThat(complaints).isEmpty();
  }

  private static String entry(String method, int second) {
    return """
    {"amount":"","credit":true,"after":"","date":"2026-11-23T07:13:0%d+0000","method":"%s"}
    """
        .formatted(second, method);
  }

  @Test
  void aPhoneIsSentToTheAppAndADeclineIsPlain() {
    var page = opened(browser.darkPhone());
    page.locator("input[data-project='211']").check();
    page.locator("summary", new Page.LocatorOptions().setHasText("integrators")).click();
    shoot(page, "phone-dark");
    page.locator("[data-quick='211'] button").first().click();
    page.locator("#go").click();
    assertThat(page.locator("h1")).hasText("Provider");
    page.locator("#no").click();
    assertThat(page.locator("h1")).hasText("Declined");
    shoot(page, "phone-declined");
    Assertions.assertThat(complaints).isEmpty();
  }

  @Test
  void withoutScriptsABalanceIsMissingButNotTheMoney() {
    var page = opened(browser.phoneWithoutScripts());
    shoot(page, "phone-plain");
    page.locator("#amount").fill("30");
    page.locator("#go").click();
    assertThat(page.locator("h1")).hasText("On to Touch'n Go");
    shoot(page, "phone-form");
    page.locator("button.go").click();
    page.locator("#pay").click();
    assertThat(page.locator("h1")).hasText("Paid");
  }

  @Test
  void whoComesBackTooEarlySeesItChange() {
    var page = opened(browser.phone());
    page.locator("#amount").fill("12.50");
    page.locator("#go").click();
    assertThat(page.locator("h1")).hasText("Provider");
    page.navigate(taxi.gateway.latest().back());
    assertThat(page.locator("h1")).hasText("Waiting for Touch'n Go");
    shoot(page, "phone-waiting");
    Taxi.wait(taxi.gateway.end(taxi.gateway.latest(), "decline", "603"));
    assertThat(page.locator("h1")).hasText("Time is over");
    assertThat(page).hasTitle(Pattern.compile("Time is over.*"));
    shoot(page, "phone-time-over");
  }

  private Page opened(BrowserContext context) {
    var page = context.newPage();
    page.onConsoleMessage(message -> {
      var ours = message.location().startsWith(taxi.site.toString());
      if (ours && message.type().equals("error")) complaints.add(message.text());
    });
    page.onPageError(complaints::add);
    page.navigate(taxi.site.toString() + "/");
    return page;
  }
}

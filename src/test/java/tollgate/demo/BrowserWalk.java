package tollgate.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway with its sandbox, a new customer for every test, and the steps of all. */
class BrowserWalk {

  private static final double PATIENCE_MILLIS = 15_000;

  @TempDir static Path data;

  static WholeGateway gateway;
  static PhoneBrowser browser;
  BrowserContext customer;

  @BeforeAll
  static void start() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    gateway = new WholeGateway(data);
    browser = new PhoneBrowser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
    if (gateway != null) gateway.close();
  }

  @BeforeEach
  void aNewCustomer() {
    customer = browser.phone();
  }

  @AfterEach
  void leave() throws Exception {
    customer.close();
    Assertions.assertThat(gateway.invariants())
        .contains("\"ok\"")
        .doesNotContainPattern("\"ok\"\\s*:\\s*false");
  }

  /** From now on the customer is somebody else, with this browser. */
  void becomes(BrowserContext other) {
    customer.close();
    customer = other;
  }

  Page front() {
    var page = customer.newPage();
    page.navigate(gateway.address() + "/");
    assertThat(page.locator("#live")).hasText("Live");
    return page;
  }

  Page opened(String path) {
    var page = customer.newPage();
    page.navigate(gateway.address() + path);
    return page;
  }

  /** Ends at the provider's page. */
  static void topUp(Page page, String way, String amount) {
    choose(page, way, amount);
    page.locator("#go").click();
    assertThat(page).hasURL(Pattern.compile(".*/sandbox/.*"));
  }

  static void choose(Page page, String way, String amount) {
    page.locator("input[value='%s']".formatted(way)).check();
    page.locator("#amount").fill(amount);
  }

  static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** Some providers show how it went and send the customer back from there. */
  static void backFromResult(Page page) {
    var back = page.getByText("Back to the shop").or(page.locator("[data-state]")).first();
    back.waitFor();
    if (page.getByText("Back to the shop").count() > 0) page.getByText("Back to the shop").click();
  }

  /** What the wallet of a way says that it holds. */
  static void expectBalance(Page home, String way, String sum) {
    var chosen = home.locator("input[value='%s']".formatted(way));
    var wallet =
        "[data-wallet='%s'][data-currency='%s'] [data-balance]"
            .formatted(chosen.getAttribute("data-project"), chosen.getAttribute("data-currency"));
    assertThat(home.locator(wallet)).hasText(sum);
  }
}

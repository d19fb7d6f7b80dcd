package tollgate.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static tollgate.demo.PhoneBrowser.shoot;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's walk: the whole gateway with its sandbox, and money that arrives by itself. */
@Tag("browser")
class DemoBrowserTest {

  private static final double PATIENCE_MILLIS = 15_000;

  @TempDir static Path data;

  private static WholeGateway gateway;
  private static PhoneBrowser browser;
  private BrowserContext customer;

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

  @Test
  void touchngo() {
    var home = front();
    assertThat(balance(home, 210)).hasText("RM 0.00");
    assertThat(home.locator("[data-wallet='210'] [data-number]"))
        .hasText(Pattern.compile("[0-9 ]{8,}"));

    var page = front();
    topUp(page, 210, "25.50");
    shoot(page, "walk-touchngo-provider");
    press(page, "Pay");

    assertThat(page.locator("h1")).hasText("Paid");
    assertThat(page.locator("[data-newbalance]")).hasText("Balance: RM 25.50");
    shoot(page, "walk-touchngo-paid");
    assertThat(balance(home, 210)).hasText("RM 25.50");
    assertThat(home.locator("#rows li")).containsText(new String[] {"+ RM 25.50"});
    assertThat(home.locator("#hooks li")).hasCount(2);
    shoot(home, "walk-touchngo-front");
  }

  @Test
  void gopay() {
    var home = front();
    var page = front();
    topUp(page, 211, "50,000");
    shoot(page, "walk-gopay-provider");
    press(page, "Pay");

    assertThat(page.locator("h1")).hasText("Paid");
    assertThat(balance(home, 211)).hasText("Rp 50,000");
    assertThat(home.locator("#hooks li")).hasCount(2);
    shoot(home, "walk-gopay-front");
  }

  @Test
  void aDecline() {
    var home = front();
    var page = front();
    topUp(page, 210, "30");
    press(page, "Decline");

    assertThat(page.locator("h1")).hasText("Declined");
    shoot(page, "walk-declined");
    assertThat(home.locator("#hooks li").first()).containsText("decline");
    assertThat(balance(home, 210)).hasText("RM 0.00");
  }

  @Test
  void aCallbackThreeTimesOverIsMoneyOnce() {
    var home = front();
    var page = front();
    page.locator("summary", new Page.LocatorOptions().setHasText("integrators")).click();
    page.locator("[data-fault='sandbox:duplicate=3']").click();
    topUp(page, 210, "10");
    press(page, "Pay");

    assertThat(page.locator("h1")).hasText("Paid");
    assertThat(balance(home, 210)).hasText("RM 10.00");
    assertThat(home.locator("#rows li")).hasCount(1);
  }

  private Page front() {
    var page = customer.newPage();
    page.navigate(gateway.address() + "/");
    assertThat(page.locator("#live")).hasText("Live");
    return page;
  }

  private static Locator balance(Page page, int project) {
    return page.locator("[data-wallet='%d'] [data-balance]".formatted(project));
  }

  /** Ends at the provider's page. */
  private static void topUp(Page page, int project, String amount) {
    page.locator("input[data-project='%d']".formatted(project)).first().check();
    page.locator("#amount").fill(amount);
    page.locator("#go").click();
    assertThat(page).hasURL(Pattern.compile(".*/sandbox/.*"));
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}

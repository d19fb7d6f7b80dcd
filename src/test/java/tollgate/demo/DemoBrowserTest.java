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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Each on a phone: the page of its own provider, and back. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          robokassa    | Robokassa        | Pay                  | ₽ 250.00   | RUB
          paymaster    | PayMaster (form) | Pay                  | ₽ 250.00   | RUB
          paymaster2   | PayMaster        | Pay by card          | ₽ 250.00   | RUB
          yoomoney     | YooMoney         | Pay                  | ₽ 250.00   | RUB
          yookassa     | YooKassa         | Pay                  | ₽ 250.00   | RUB
          qiwi         | QIWI             | Pay                  | ₽ 250.00   | RUB
          mykassa      | MyKassa          | Pay                  | ₽ 250.00   | RUB
          freekassa    | FreeKassa        | Pay                  | ₽ 250.00   | RUB
          webmoney-wmr | WebMoney WMR     | Pay by Keeper WinPro | ₽ 250.00   | RUB
          webmoney-wmz | WebMoney WMZ     | Pay by Keeper WinPro | USD 250.00 | USD
          webmoney-wme | WebMoney WME     | Pay by Keeper WebPro | EUR 250.00 | EUR
          """,
      delimiter = '|')
  void everyWayOfMoscow(String method, String title, String pay, String sum, String currency) {
    var home = front();
    var page = front();
    topUpBy(page, method);
    shoot(page, "walk-" + method + "-provider");
    press(page, pay);
    backFromResult(page);

    expectPaid(page, home, sum, currency);
    assertThat(home.locator("#rows li")).containsText(title);
    shoot(page, "walk-" + method + "-paid");
    shoot(home, "walk-" + method + "-front");
  }

  /** WebMoney by phone: its code comes by SMS, which the sandbox's phone shows. */
  @Test
  void keeperMobile() {
    var home = front();
    var page = front();
    topUpBy(page, "webmoney-wmr");
    page.getByLabel("Your phone").fill("+380 50 111 22 33");
    press(page, "Send me a code");
    shoot(page, "walk-keeper-mobile-code");
    var phone = page.waitForPopup(() -> page.getByText("look at it beside this page").click());
    var sms = phone.locator("section p").first();
    assertThat(sms).hasText(Pattern.compile(".*\\b[0-9]{4}\\b.*", Pattern.DOTALL));
    shoot(phone, "walk-keeper-mobile-phone");
    page.getByLabel("The code").fill(code(sms.innerText()));
    press(page, "Pay");
    shoot(page, "walk-keeper-mobile-result");
    backFromResult(page);

    expectPaid(page, home, "₽ 250.00", "RUB");
    shoot(home, "walk-keeper-mobile-front");
  }

  /** A page on the web is for the desk, too: there is no app to be opened by a phone. */
  @ParameterizedTest
  @ValueSource(strings = {"yookassa", "paymaster", "webmoney-wmr"})
  void aDeskIsLedToThePageOfTheProvider(String method) {
    customer.close();
    customer = browser.desk();
    var page = front();
    shoot(page, "walk-desk-front");
    topUpBy(page, method);
    shoot(page, "walk-desk-" + method);
  }

  private static String code(String sms) {
    var found = Pattern.compile("\\b[0-9]{4}\\b").matcher(sms);
    Assertions.assertThat(found.find()).as(sms).isTrue();
    return found.group();
  }

  /** Some providers show how it went and send the customer back from there. */
  private static void backFromResult(Page page) {
    var back = page.getByText("Back to the shop").or(page.locator("[data-state]")).first();
    back.waitFor();
    if (page.getByText("Back to the shop").count() > 0) page.getByText("Back to the shop").click();
  }

  private static void expectPaid(Page page, Page home, String sum, String currency) {
    assertThat(page.locator("h1")).hasText("Paid");
    assertThat(page.locator("[data-newbalance]")).hasText("Balance: " + sum);
    var wallet = "[data-wallet='212'][data-currency='%s'] [data-balance]".formatted(currency);
    assertThat(home.locator(wallet)).hasText(sum);
    assertThat(home.locator("#rows li")).hasCount(1);
    assertThat(home.locator("#rows li")).containsText("+ " + sum);
    assertThat(home.locator("#rows li")).containsText("balance " + sum);
    assertThat(home.locator("#hooks li")).hasCount(2);
  }

  private static void topUpBy(Page page, String method) {
    page.locator("input[value='212/%s']".formatted(method)).check();
    page.locator("#amount").fill("250");
    page.locator("#go").click();
    assertThat(page).hasURL(Pattern.compile(".*/sandbox/.*"));
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

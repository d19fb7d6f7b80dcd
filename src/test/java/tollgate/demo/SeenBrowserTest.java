package tollgate.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static tollgate.demo.PhoneBrowser.shoot;
import static tollgate.demo.PhoneBrowser.shootTop;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What else people see of the whole gateway: at a desk, in the dark, by keys, and gone astray. */
@Tag("browser")
class SeenBrowserTest extends BrowserWalk {

  /** A page on the web is for the desk, too: there is no app to be opened by a phone. */
  @ParameterizedTest
  @ValueSource(strings = {"yookassa", "paymaster", "webmoney-wmr"})
  void aDeskIsLedToThePageOfTheProvider(String method) {
    becomes(browser.desk());
    var page = front();
    shoot(page, "desk-front");
    topUp(page, "212/" + method, "250");
    shoot(page, "desk-" + method);
  }

  /** The app is on the phone beside it. */
  @Test
  void aDeskShowsACodeForTheAppOfGopay() {
    becomes(browser.desk());
    var page = front();
    choose(page, "211/gopay", "50,000");
    page.locator("#go").click();
    assertThat(page.locator("h1")).hasText("Pay Rp 50,000 with GoPay");
    shoot(page, "desk-gopay-code");
    page.getByText("Open the GoPay app").click();
    press(page, "Pay");

    assertThat(page.locator("h1")).hasText("Paid");
    shoot(page, "desk-gopay-paid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"210/touchngo", "211/gopay", "212/webmoney-wmr"})
  void inTheDark(String way) {
    becomes(browser.darkPhone());
    var page = front();
    topUp(page, way, way.startsWith("211") ? "50,000" : "250");
    shoot(page, "dark-" + way.substring(4));
  }

  @Test
  void onANarrowPhone() {
    becomes(browser.narrowPhone());
    var page = front();
    shoot(page, "narrow-front");
    topUp(page, "212/yoomoney", "250,000.00");
    shoot(page, "narrow-yoomoney");
    press(page, "Pay");
    assertThat(page.locator("[data-newbalance]")).hasText("Balance: ₽ 250,000.00");
    shoot(page, "narrow-paid");
    page.getByText("Back to my wallet").click();
    expectBalance(page, "212/yoomoney", "₽ 250,000.00");
    shoot(page, "narrow-front-paid");
  }

  /** From the first key to the provider's page no mouse is needed, and one sees where one is. */
  @Test
  void byKeysAlone() {
    becomes(browser.desk());
    var page = front();
    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to top-up")).isFocused();
    shootTop(page, "keys-skip");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.locator("input[value='210/touchngo']")).isFocused();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("input[value='211/gopay']")).isChecked();
    shootTop(page, "keys-method");
    page.keyboard().press("ArrowUp");
    page.keyboard().press("Tab");
    page.keyboard().type("25");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*/sandbox/.*"));
    page.keyboard().press("Tab");
    shootTop(page, "keys-provider");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Paid");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          astray-provider | /sandbox/qiwi/form/?invoice_uid=0 | Not possible
          astray-gopay    | /sandbox/midtrans/app/nobody     | No such payment
          astray-link     | /link/nobody                     | There is no such link
          astray-return   | /returns/1                       | You can go back
          astray-topup    | /demo/done?project=210&payment=x | Not found
          """,
      delimiter = '|')
  void whoIsAstrayIsToldSo(String name, String path, String headline) {
    var page = opened(path);
    assertThat(page.locator("h1")).hasText(headline);
    shoot(page, name);
  }

  @Test
  void moreThanTheProviderTakesIsDeclined() {
    var page = front();
    choose(page, "210/touchngo", "99,999");
    page.locator("#go").click();
    assertThat(page.locator("h1")).hasText("Declined");
    assertThat(page.locator("[data-newbalance]")).hasText("Balance: RM 0.00");
    shoot(page, "too-much");
  }

  @Test
  void noAmountIsToldAtOnce() {
    var page = front();
    choose(page, "210/touchngo", "1,5");
    page.locator("#go").click();
    assertThat(page.locator("#amount:invalid")).isFocused();
    page.locator("#amount").fill("0");
    page.locator("#go").click();
    assertThat(page.locator("h1")).hasText("Check the amount");
    shoot(page, "no-amount");
  }

  @Test
  void theDocumentIsReadOnAPhoneAndAtADesk() {
    shootTop(opened("/docs"), "docs-phone");
    becomes(browser.desk());
    var page = opened("/docs");
    shootTop(page, "docs-desk");
    page.navigate(gateway.address() + "/docs#op-sale");
    shootTop(page, "docs-desk-operation");
  }
}

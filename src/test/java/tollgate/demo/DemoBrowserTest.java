package tollgate.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static tollgate.demo.PhoneBrowser.shoot;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A newcomer's walk to each provider and back, and money that arrives by itself. */
@Tag("browser")
class DemoBrowserTest extends BrowserWalk {

  /** Each on a phone: the page of its own provider, and back. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          210/touchngo     | Touch'n Go       | Pay                  | 25.50  | RM 25.50
          211/gopay        | GoPay            | Pay                  | 50,000 | Rp 50,000
          212/robokassa    | Robokassa        | Pay                  | 250    | ₽ 250.00
          212/paymaster    | PayMaster (form) | Pay                  | 250    | ₽ 250.00
          212/paymaster2   | PayMaster        | Pay by card          | 250    | ₽ 250.00
          212/yoomoney     | YooMoney         | Pay                  | 250    | ₽ 250.00
          212/yookassa     | YooKassa         | Pay                  | 250    | ₽ 250.00
          212/qiwi         | QIWI             | Pay                  | 250    | ₽ 250.00
          212/mykassa      | MyKassa          | Pay                  | 250    | ₽ 250.00
          212/freekassa    | FreeKassa        | Pay                  | 250    | ₽ 250.00
          212/webmoney-wmr | WebMoney WMR     | Pay by Keeper WinPro | 250    | ₽ 250.00
          212/webmoney-wmz | WebMoney WMZ     | Pay by Keeper WinPro | 250    | $ 250.00
          212/webmoney-wme | WebMoney WME     | Pay by Keeper WebPro | 250    | € 250.00
          """,
      delimiter = '|')
  void everyWayFillsItsWallet(String way, String title, String pay, String typed, String sum) {
    var name = "walk-" + way.substring(way.indexOf('/') + 1);
    var home = front();
    var page = front();
    choose(page, way, typed);
    shoot(page, name + "-chosen");
    topUp(page, way, typed);
    shoot(page, name + "-provider");
    press(page, pay);
    backFromResult(page);

    expectPaid(page, sum);
    shoot(page, name + "-paid");
    expectHistory(home, title, sum);
    expectBalance(home, way, sum);
    shoot(home, name + "-front");
  }

  /** WebMoney by phone: its code comes by SMS, which the sandbox's phone shows. */
  @Test
  void keeperMobile() {
    var home = front();
    var page = front();
    topUp(page, "212/webmoney-wmr", "250");
    page.getByLabel("Your phone").fill("+380 50 111 22 33");
    press(page, "Send me a code");
    shoot(page, "walk-keeper-mobile-code");
    var phone = page.waitForPopup(() -> page.getByText("look at it beside this page").click());
    var sms = phone.locator("section p").first();
    assertThat(sms).hasText(Pattern.compile(".*\\b[0-9]{4}\\b.*", Pattern.DOTALL));
    shoot(phone, "walk-keeper-mobile-phone");
    var code = code(sms.innerText());
    page.getByLabel("The code").fill(code.equals("0000") ? "0001" : "0000");
    press(page, "Pay");
    assertThat(page.locator("[role=alert]")).hasText("That code is wrong.");
    shoot(page, "walk-keeper-mobile-wrong");
    page.getByLabel("The code").fill(code);
    press(page, "Pay");
    shoot(page, "walk-keeper-mobile-result");
    backFromResult(page);

    expectPaid(page, "₽ 250.00");
    shoot(page, "walk-keeper-mobile-paid");
    expectHistory(home, "WebMoney WMR", "₽ 250.00");
    shoot(home, "walk-keeper-mobile-front");
  }

  @Test
  void twoWaysFillOneWallet() {
    var home = front();
    for (var way : new String[] {"212/robokassa", "212/qiwi"}) {
      var page = front();
      topUp(page, way, way.endsWith("qiwi") ? "1,000.50" : "250");
      press(page, "Pay");
      assertThat(page.locator("h1")).hasText("Paid");
    }

    assertThat(home.locator("#rows li")).containsText(new String[] {"+ ₽ 1,000.50", "+ ₽ 250.00"});
    assertThat(home.locator("#rows li").first()).containsText("balance ₽ 1,250.50");
    expectBalance(home, "212/qiwi", "₽ 1,250.50");
    shoot(home, "history-of-two");
  }

  /** Whoever says no is told so at once and finds nothing in the history. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          210/touchngo     | Decline | RM 0.00
          211/gopay        | Decline | Rp 0
          212/yookassa     | Decline | ₽ 0.00
          212/paymaster2   | Decline | ₽ 0.00
          """,
      delimiter = '|')
  void aDecline(String way, String no, String nothing) {
    var home = front();
    var page = front();
    topUp(page, way, way.startsWith("211") ? "30,000" : "30");
    press(page, no);
    backFromResult(page);

    assertThat(page.locator("h1")).hasText("Declined");
    assertThat(page.locator("[data-newbalance]")).hasText("Balance: " + nothing);
    shoot(page, "declined-" + way.substring(way.indexOf('/') + 1));
    assertThat(home.locator("#hooks li").first()).containsText("decline");
    expectBalance(home, way, nothing);
    assertThat(home.locator("#rows li")).hasCount(0);
  }

  @Test
  void aCallbackThreeTimesOverIsMoneyOnce() {
    var home = front();
    var page = front();
    page.locator("summary", new Page.LocatorOptions().setHasText("integrators")).click();
    page.locator("[data-fault='sandbox:duplicate=3']").click();
    topUp(page, "210/touchngo", "10");
    press(page, "Pay");

    assertThat(page.locator("h1")).hasText("Paid");
    expectBalance(home, "210/touchngo", "RM 10.00");
    assertThat(home.locator("#rows li")).hasCount(1);
  }

  private static String code(String sms) {
    var found = Pattern.compile("\\b[0-9]{4}\\b").matcher(sms);
    Assertions.assertThat(found.find()).as(sms).isTrue();
    return found.group();
  }

  private static void expectPaid(Page page, String sum) {
    assertThat(page.locator("h1")).hasText("Paid");
    assertThat(page.locator("[data-newbalance]")).hasText("Balance: " + sum);
  }

  /** One top-up, of that name, and its two webhooks. */
  private static void expectHistory(Page home, String title, String sum) {
    assertThat(home.locator("#rows li")).hasCount(1);
    assertThat(home.locator("#rows li b").first()).hasText(title);
    assertThat(home.locator("#rows li")).containsText("+ " + sum);
    assertThat(home.locator("#rows li")).containsText("balance " + sum);
    assertThat(home.locator("#hooks li")).hasCount(2);
  }
}

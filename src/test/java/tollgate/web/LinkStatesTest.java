package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.RedirectData;

/** What the page of a link shows once its button was pressed, or it is over. */
class LinkStatesTest extends LinkPageGround {

  @Test
  void leavesByAFormWithItsFields() {
    var path = paid();
    var form = RedirectData.post("https://p.example:8443/pay?a=1", Map.of("Amount", "\"125.50\""));
    happens("LN-1", new CustomerRedirected(form, "theirs"));

    var page = page(path);

    assertThat(text(page))
        .contains("action=\"https://p.example:8443/pay?a=1\"")
        .contains("name=\"Amount\" value=\"&quot;125.50&quot;\"");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .endsWith("form-action 'self' https:");
  }

  @Test
  void leavesByAnAddress() {
    var path = paid();
    happens("LN-1", new CustomerRedirected(RedirectData.get("https://p.example/pay"), "theirs"));

    assertThat(text(page(path))).contains("href=\"https://p.example/pay\"").contains("leave.js");
  }

  @Test
  void anAppWaitsForATap() {
    var path = paid();
    happens("LN-1", new CustomerRedirected(RedirectData.get("gojek://pay/1"), "theirs"));

    assertThat(text(page(path))).contains("href=\"gojek://pay/1\"").doesNotContain("leave.js");
  }

  /** Who asked to be told has heard; who has nothing to do with the redirect has not. */
  @Test
  void theMerchantIsNotAskedToSendTheCustomer() {
    paid();
    happens("LN-1", new CustomerRedirected(RedirectData.get("https://p.example/pay"), "theirs"));

    var webhook = server.store.webhook(payment("LN-1").id(), Effect.NOTIFY_INTERMEDIATE);
    assertThat(webhook).isEmpty();
  }

  @Test
  void saysHowItStandsAndHowItEnded() {
    var path = paid();
    happens("LN-1", new CustomerRedirected(RedirectData.get("https://p.example/pay"), "theirs"));
    happens("LN-1", new CustomerReturned());
    assertThat(text(page(path))).contains("Ждём ответа").contains("http-equiv=\"refresh\"");

    happens("LN-1", new SaleApproved(Money.of(12550, "MYR"), "theirs"));
    var page = page(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(text(page)).contains("<h1>Оплачено</h1>").contains("https://shop.example/ok");
    assertThat(pay(path, "touchngo").statusCode()).isEqualTo(303);
    assertThat(merchantHas()).isEqualTo(12550);
  }

  @Test
  void aDeclineIsNotTriedAgain() {
    var path = paid();
    happens("LN-1", new SaleDeclined(Code.PROVIDER_DECLINE, "theirs"));

    assertThat(text(page(path))).contains("<h1>Не оплачено</h1>").doesNotContain("<form");
  }

  @Test
  void whatIsOverIsGone() {
    var expired = link();
    happens("LN-1", new TimeLimitReached());
    assertThat(page(expired).statusCode()).isEqualTo(410);
    assertThat(text(page(expired))).contains("Срок ссылки истёк").doesNotContain("<form");
    assertThat(pay(expired, "touchngo").statusCode()).isEqualTo(303);
    assertThat(payment("LN-1")).isInstanceOf(Link.class);
  }

  @Test
  void whatWasTakenBackIsGone() {
    var path = link();
    ask("unlink");

    assertThat(page(path).statusCode()).isEqualTo(410);
    assertThat(text(page(path))).contains("Ссылка отозвана");
  }

  /** Beyond every method's limits, or in no whole step of it. */
  @Test
  void whatNobodyCanTakeSaysSo() {
    var path = link(Good.named("link", wallet).with("payment.amount", "3000001"));

    var page = page(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(text(page)).contains("Сейчас оплатить нельзя").doesNotContain("<form");
  }
}

package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.engine.Letter;
import tollgate.payment.Link;

/** What a customer reads who is mailed a link. */
class LinkLettersTest extends LinkPageGround {

  @Override
  GateServer open() {
    var mails = new LinkOptions("https://pay.example", true, LinkTimes.USUAL);
    return new GateServer(GateServer.USUAL, GateServer.DATA, mails);
  }

  @Test
  void theMerchantMayNameAnotherAddressThanTheCustomers() {
    var good = Good.named("link", wallet).with("send_email", "true");
    var own = good.with("customer.email", quoted("ann@customer.example"));

    post(own);
    assertThat(payment("LN-1").terms().details().invoice().mailTo())
        .isEqualTo("ann@customer.example");
    post(own.with("email", quoted("bob@b.example")).with("general.payment_id", quoted("LN-2")));
    assertThat(payment("LN-2").terms().details().invoice().mailTo()).isEqualTo("bob@b.example");
  }

  /** Good enough to be kept, and not good enough to be written to. */
  @ParameterizedTest
  @ValueSource(strings = {"a@b.example,c", "<a@b.example>", "анна@b.example", "a@b_c.de"})
  void whatCannotBeMailedToIsRefused(String address) {
    var good = Good.named("link", wallet).with("email", quoted(address));

    assertThat(code(good.with("send_email", "true"))).isEqualTo("2426");
    post(good.with("send_email", "false").with("general.payment_id", quoted("LN-2")));
    assertThat(payment("LN-2").terms().details().invoice().mailTo()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Taxi 210 asks you to pay: 125.50 MYR          | Open and pay        | Valid until 3 March 2026, 01:15 UTC
          ru | Taxi 210 просит вас заплатить: 125,50 MYR     | Открыть и заплатить | Действует до 3 марта 2026, 01:15 UTC
          ms | Taxi 210 meminta anda membayar: 125.50 MYR    | Buka dan bayar      | Sah sehingga 3 Mac 2026, 01:15 UTC
          id | Taxi 210 meminta Anda membayar: 125,50 MYR    | Buka dan bayar      | Berlaku sampai 3 Maret 2026, 01:15 UTC
          vi | Taxi 210 asks you to pay: 125.50 MYR          | Open and pay        | Valid until 3 March 2026, 01:15 UTC
          """)
  void speaksTheLanguageOfTheLink(String language, String subject, String button, String until) {
    var letter = letter(Good.named("link", wallet).with("language", quoted(language)));

    assertThat(letter.subject()).isEqualTo(subject);
    assertThat(letter.html()).contains(">" + button + "</a>", until);
    var url = payment("LN-1").terms().details().invoice().url();
    assertThat(letter.text()).contains("\n" + url + "\n", until);
    assertThat(letter.html()).contains("href=\"" + url + "\"");
    assertThat(letter.to()).isEqualTo("ann@customer.example");
  }

  @ParameterizedTest
  @CsvSource("'<script>alert(1)</script>&<a href=\"https://evil.example\">here</a>'")
  void whatTheMerchantWroteIsTextAndNothingElse(String description) {
    var text = description.replace("\"", "\\\"");
    var letter = letter(Good.named("link", wallet).with("payment.description", quoted(text)));

    assertThat(letter.html())
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "evil.example\"");
    assertThat(letter.text()).contains(description);
  }

  private Letter letter(Good good) {
    link(good.with("email", quoted("ann@customer.example")).with("send_email", "true"));
    return new LinkLetters(() -> TestTenants.tenants()).write((Link) payment("LN-1"));
  }
}

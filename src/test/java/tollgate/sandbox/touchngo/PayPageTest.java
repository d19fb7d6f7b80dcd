package tollgate.sandbox.touchngo;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.touchngo.TouchngoCalls.BASE;
import static tollgate.sandbox.touchngo.TouchngoCalls.signed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.sandbox.Playground;

/** The redirect form and the page behind it, §3 and §6. */
class PayPageTest {

  private final Playground ground = new Playground();
  private final TouchngoCalls calls = new TouchngoCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  @Test
  void thePageShowsTheBillSafely() {
    var page = ground.get(calls.arrived("TG-210-1", "1250.50", "Top-up \"<i>\" & 'more'"));

    assertThat(page.body())
        .contains("MYR 1,250.50", "TG-210-1", "Taxi &lt;Blue&gt; &amp; Co", "Nur Aïsha &lt;b&gt;")
        .contains("Top-up &quot;&lt;i&gt;&quot; &amp; &#39;more&#39;", "/pay\"", "/leave\"")
        .doesNotContain("<i>", "<script");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "form-action 'self' http://shop.example");
  }

  @ParameterizedTest
  @CsvSource({"pay, SUCCESS", "decline, FAILED", "cancel, CANCELLED", "leave, PENDING"})
  void theBrowserReturns(String action, String status) {
    var page = calls.arrived("TG-210-1", "5.00", "");

    var sent = ground.post(page + "/" + action, "");

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location"))
        .hasValue("http://shop.example/return/k3v9?lang=en&TransNum=TG-210-1&Status=" + status);
  }

  @Test
  void withoutAReturnAddressThePageSaysHowItEnded() {
    var fields = calls.fields("TG-210-1", "5.00", "");
    fields.remove("ReturnURL");
    var page = calls.pay(fields).headers().firstValue("Location").orElseThrow();

    var sent = ground.post(page + "/pay", "");

    assertThat(sent.headers().firstValue("Location")).hasValue(page);
    assertThat(ground.get(page).body()).contains("Paid", "You may close this page");
  }

  @Test
  void theSameFormLeadsToTheSamePage() {
    var page = calls.arrived("TG-210-1", "5.00", "");
    ground.post(page + "/pay", "");

    assertThat(calls.arrived("TG-210-1", "5.00", "")).isEqualTo(page);
    assertThat(calls.pay("TG-210-1", "6.00", "").statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Amount       | 5        | 400
          Amount       | 5.0      | 400
          Amount       | 05.00    | 400
          Amount       | +5.00    | 400
          Amount       | 0.99     | 400
          Amount       | 30000.01 | 400
          Amount       | 30000.00 | 303
          Amount       | 1.00     | 303
          Currency     | USD      | 400
          TransNum     | TG_1     | 400
          Country      | MY       | 400
          ReturnURL    | shop     | 400
          CallbackURL  | ftp://a  | 400
          CallbackURL  | http://a/#b | 400
          MerchantCode | M1       | 403
          Novelty      | 1        | 303
          2nd          | 1        | 400
          """)
  void fieldsAreChecked(String name, String value, int status) {
    var fields = calls.fields("TG-210-1", "5.00", "");
    fields.put(name, value);

    assertThat(calls.pay(fields).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Amount", "%zz=1", "a=%z", "a=1&a=1", "a=%00", "MerchantCode=M1"})
  void whatIsNoFormIsTurnedAway(String body) {
    var type = "application/x-www-form-urlencoded";

    var answer = ground.post(BASE + "/pay", body, "Content-Type", type);

    assertThat(answer.statusCode()).isIn(400, 403);
  }

  @Test
  void aFieldGivenTwiceIsRefusedThoughSigned() {
    var body = Playground.encoded(signed("pay", calls.fields("TG-210-1", "5.00", "")));
    var type = "application/x-www-form-urlencoded";

    assertThat(ground.post(BASE + "/pay", body + "&Amount=5.00", "Content-Type", type).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aSignatureOfAnotherKindIsNone() {
    var fields = signed("status", calls.fields("TG-210-1", "5.00", ""));

    assertThat(ground.form(BASE + "/pay", fields).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"400.00, /decline, /pay", "404.00, /decline, /pay", "403.01, /cancel, /pay"})
  void someAmountsLeaveNoChoice(String amount, String only, String not) {
    assertThat(ground.get(calls.arrived("TG-210-1", amount, "")).body())
        .contains(only + "\"")
        .doesNotContain(not + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pay/nobody", "/pay/nobody/pay"})
  void whatIsUnknownIsAPageToo(String path) {
    var method = path.endsWith("/pay") ? "POST" : "GET";

    assertThat(ground.send(method, BASE + path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void theFormMayFailOnce() {
    assertThat(calls.pay("TG-210-1", "5.00", "sandbox:error=503").statusCode()).isEqualTo(503);
    assertThat(calls.pay("TG-210-1", "5.00", "sandbox:error=503").statusCode()).isEqualTo(303);
  }
}

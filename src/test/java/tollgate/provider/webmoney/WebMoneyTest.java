package tollgate.provider.webmoney;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.RedirectData;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Start;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.ProviderContract;
import tollgate.provider.Reading;
import tollgate.tenant.Gateway;

class WebMoneyTest extends ProviderContract {

  private static final WebMoney WEBMONEY = new WebMoney();
  private static final String REFERENCE = "TG-212-20260117";
  private static final Callback BARE = Callback.post(Map.of(), new byte[0]);

  WebMoneyTest() {
    super("provider/webmoney", WEBMONEY, gateway(), order(15000));
  }

  private static Gateway gateway(String... field) {
    return WebMoneys.gateway(field.length == 0 ? Map.of() : Map.of(field[0], field[1]));
  }

  private static Order order(long minor) {
    return Orders.of(REFERENCE, Money.of(minor, "RUB"), "");
  }

  private static RedirectData form(Order order, Gateway gateway) {
    var start = (Start.Already) WEBMONEY.start(order, gateway);
    return ((CustomerRedirected) start.event()).to();
  }

  @Test
  void theFormIsWrittenToTheLetter() {
    var form = form(order(15000), gateway());

    assertThat(form.method()).isEqualTo("POST");
    assertThat(form.url()).isEqualTo(WebMoneys.BASE + "/lmi/payment.asp");
    assertThat(form.fields())
        .hasToString(
            "{LMI_PAYEE_PURSE=R100200300400, LMI_PAYMENT_AMOUNT=150.00, LMI_PAYMENT_NO=20260117,"
                + " LMI_PAYMENT_DESC_BASE64=VGF4aSB3YWxsZXQgdG9wLXVw,"
                + " LMI_RESULT_URL=https://pay.example/callbacks/7,"
                + " LMI_SUCCESS_URL=https://pay.example/return/TG-212-20260117/%s/,"
                    .formatted(Orders.TOKEN)
                + " LMI_SUCCESS_METHOD=2,"
                + " LMI_FAIL_URL=https://pay.example/return/TG-212-20260117/%s/,"
                    .formatted(Orders.TOKEN)
                + " LMI_FAIL_METHOD=2, tollgate=TG-212-20260117.eba9999bb695dae2ded95a86,"
                + " tollgate_token=%s, LMI_PAYMENTFORM_SIGN=".formatted(Orders.TOKEN)
                // Worked example C.
                + "70b7dc9c45fab0c563a1577dc0c351282f597e9c89cf9b577d7e3b61269d617a}");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          charset   | utf-8 | /lmi/payment_utf.asp
          authtype  | 4     | /lmi/payment.asp?at=authtype_4
          form_urls | no    | /lmi/payment.asp
          """)
  void whereTheFormGoes(String field, String value, String address) {
    var form = form(order(15000), gateway(field, value));

    assertThat(form.url()).isEqualTo(WebMoneys.BASE + address);
    assertThat(form.fields().containsKey("LMI_RESULT_URL")).isEqualTo(!field.equals("form_urls"));
  }

  @Test
  void whatATestShallBecomeIsSaid() {
    assertThat(form(order(15000), gateway("sim_mode", "2")).fields())
        .containsEntry("LMI_SIM_MODE", "2");
  }

  @ParameterizedTest(name = "[{0}] is shown as [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          'Такси ☕'     | Такси ☕
          ''             | TG-212-20260117
          'a\tb'         | a b
          """)
  void theDescriptionIsUtf8AndNeverEmpty(String description, String shown) {
    assertThat(described(description)).isEqualTo(shown);
    assertThat(described("x".repeat(254) + "😀")).isEqualTo("x".repeat(254));
  }

  private static String described(String description) {
    var plain = order(15000);
    var order =
        new Order(
            plain.reference(),
            plain.amount(),
            description,
            Map.of("phone", "380501112233"),
            "",
            "",
            plain.callbackUrl(),
            plain.returnUrl(),
            plain.token(),
            900,
            plain.stamp());
    var fields = form(order, gateway()).fields();
    assertThat(fields).containsEntry("LMI_FAST_PHONENUMBER", "380501112233");
    return new String(Base64.getDecoder().decode(fields.get("LMI_PAYMENT_DESC_BASE64")), UTF_8);
  }

  @Test
  void onlyThePursesOwnCurrencyAndNumbersItCanHoldAreSent() {
    var dollars = Orders.of(REFERENCE, Money.of(15000, "USD"), "");
    var beyond = Orders.of("TG-212-2147483648", Money.of(15000, "RUB"), "");

    assertThatThrownBy(() -> form(dollars, gateway())).hasMessageContaining("takes RUB");
    assertThatThrownBy(() -> form(beyond, gateway())).hasMessageContaining("too large");
  }

  @Test
  void aQuestionIsWrittenToTheLetter() {
    var request = WEBMONEY.ask(order(15000), gateway()).orElseThrow();

    assertThat(request.url()).isEqualTo(WebMoneys.BASE + "/conf/xml/XMLTransGet.asp");
    assertThat(request.body())
        .isEqualTo(
            "<merchant.request><wmid>987654321098</wmid>"
                + "<lmi_payee_purse>R100200300400</lmi_payee_purse>"
                + "<lmi_payment_no>20260117</lmi_payment_no>"
                + "<lmi_payment_no_type>1</lmi_payment_no_type><sign></sign><md5></md5>"
                // Worked example D.
                + "<sha256>cf97c684d5ec3aa282e68aa995948fa78d20c844e3a1a0c725a71b8d71afeef7</sha256>"
                + "<secret_key></secret_key></merchant.request>");
  }

  @Test
  void theMethodOfTheHashIsPinned() {
    var body =
        "LMI_PAYEE_PURSE=R100200300400&LMI_PAYMENT_AMOUNT=150.00&LMI_PAYMENT_NO=20260117"
            + "&LMI_MODE=1&LMI_SYS_INVS_NO=551&LMI_SYS_TRANS_NO=7703"
            + "&LMI_SYS_TRANS_DATE=20260117+10%3A20%3A30&LMI_PAYER_PURSE=R900800700600"
            + "&LMI_PAYER_WM=123123123123&LMI_HASH=5B6F9247098EE28C7D7AD0334373E59E"
            + "&tollgate=TG-212-20260117.eba9999bb695dae2ded95a86";
    var callback = Callback.post(Map.of(), body.getBytes(UTF_8));

    assertThat(WEBMONEY.open(callback, gateway("hash", "MD5"))).isInstanceOf(Reading.Genuine.class);
    assertThat(WEBMONEY.open(callback, gateway())).isInstanceOf(Reading.Forged.class);
  }

  @Test
  void aCallWithoutParametersAsksWhetherWeAreThere() {
    assertThat(WEBMONEY.open(BARE, gateway())).isInstanceOf(Reading.Nothing.class);
    assertThat(WEBMONEY.answer(Verdict.TAKEN, BARE).body()).isEqualTo("YES");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          TAKEN,     200, YES
          MISMATCH,  200, YES
          UNWANTED,  200, 'ERR: this cannot be paid, or not this much'
          FORGED,    403, ERR: hash
          MALFORMED, 400, ERR: malformed
          UNKNOWN,   404, ERR: unknown payment
          BUSY,      503, ERR: again
          """)
  void theAnswers(Verdict verdict, int status, String body) {
    assertThat(WEBMONEY.answer(verdict, BARE).status()).isEqualTo(status);
    assertThat(WEBMONEY.answer(verdict, BARE).body()).isEqualTo(body);
  }

  @Test
  void whoComesBackToTheAccountsAddressIsKnown() {
    var query = "LMI_PAYMENT_NO=20260117&tollgate_token=k3v9";
    var mark = "&tollgate=TG-212-20260117.eba9999bb695dae2ded95a86";

    assertThat(
            WEBMONEY.returned(new Callback("GET", query + mark, Map.of(), new byte[0]), gateway()))
        .hasValueSatisfying(came -> assertThat(came.token()).isEqualTo("k3v9"));
    assertThat(WEBMONEY.returned(new Callback("GET", query, Map.of(), new byte[0]), gateway()))
        .isEmpty();
    assertThat(WEBMONEY.returned(BARE, gateway())).isEmpty();
  }
}

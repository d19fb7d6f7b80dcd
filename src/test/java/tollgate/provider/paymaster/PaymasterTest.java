package tollgate.provider.paymaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.RedirectData;
import tollgate.provider.Callback;
import tollgate.provider.Form;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Start;
import tollgate.provider.ProviderContract;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Malformed;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

class PaymasterTest extends ProviderContract {

  private static final String SITE = "6f1d0c9e-1111-4222-8333-0123456789ab";
  private static final String BASE = "https://paymaster.ru";
  private static final Paymaster PAYMASTER = new Paymaster();

  PaymasterTest() {
    super("provider/paymaster", PAYMASTER, gateway(Map.of()), order("88000123"));
  }

  @Test
  void theFormIsWrittenToTheLetter() {
    var form = form(order(""), gateway(Map.of()));

    assertThat(form.method()).isEqualTo("POST");
    assertThat(form.url()).isEqualTo(BASE + "/payment/init");
    assertThat(new String(Form.write(form.fields(), UTF_8).getBytes(UTF_8), UTF_8))
        .isEqualTo(
            "LMI_MERCHANT_ID="
                + SITE
                + "&LMI_PAYMENT_AMOUNT=499.90&LMI_CURRENCY=RUB&LMI_PAYMENT_NO=TG-212-1001"
                + "&LMI_PAYMENT_DESC_BASE64=VGF4aSB3YWxsZXQgdG9wLXVw"
                + "&LMI_INVOICE_CONFIRMATION_URL=https%3A%2F%2Fpay.example%2Fcallbacks%2F7"
                + "&LMI_PAYMENT_NOTIFICATION_URL=https%3A%2F%2Fpay.example%2Fcallbacks%2F7"
                + "&LMI_SUCCESS_URL="
                + back()
                + "&LMI_FAILURE_URL="
                + back()
                + "&LMI_EXPIRES=2026-11-22T10%3A30%3A30");
  }

  private static String back() {
    return "https%3A%2F%2Fpay.example%2Freturn%2FTG-212-1001%2F" + Orders.TOKEN + "%2F";
  }

  @Test
  void aTestSiteSaysSo() {
    assertThat(form(order(""), gateway(Map.of("sim_mode", "0"))).fields())
        .containsEntry("LMI_SIM_MODE", "0");
  }

  private static RedirectData form(Order order, Gateway gateway) {
    var start = (Start.Already) PAYMASTER.start(order, gateway);
    return ((CustomerRedirected) start.event()).to();
  }

  @Test
  void onlyRublesAreTaken() {
    var dollars = Orders.of("TG-212-1001", Money.of(49_990, "USD"), "");

    assertThatThrownBy(() -> form(dollars, gateway(Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The worked examples of the protocol: well signed, so what is left to refuse is the number. */
  @ParameterizedTest(name = "{0} {1} {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          sha256 | TG-1001 | 88000123;2026-01-17T09:05:07;499.90;3;0  | pX7pL/dq/Swmrs6Gkzewv2020O533G5esI2G73G7a80= | signed
          sha1   | TG-1001 | 88000123;2026-01-17T09:05:07;499.90;3;0  | PFgPhIKyNrW44TeYWI0AQ4koXJ8=                 | signed
          md5    | TG-1001 | 88000123;2026-01-17T09:05:07;499.90;3;0  | HDeDB48tZjC2jb8Sr0sbPw==                     | signed
          sha256 | ''      | 88000124;2026-01-17T09:06:00;10.00;503;  | ghuIybOE+8ZyeSvh6Ok153dpiqtoyJr/5thx0gtYMcI= | signed
          sha256 | TG-1001 | 88000123;2026-01-17T09:05:07;499.9;3;0   | pX7pL/dq/Swmrs6Gkzewv2020O533G5esI2G73G7a80= | forged
          sha1   | TG-1001 | 88000123;2026-01-17T09:05:07;499.90;3;0  | pX7pL/dq/Swmrs6Gkzewv2020O533G5esI2G73G7a80= | forged
          """)
  void theWorkedExamples(String hash, String no, String parts, String signature, String outcome) {
    var part = parts.split(";", -1);
    var fields = new HashMap<String, String>();
    fields.put("LMI_MERCHANT_ID", SITE);
    if (!no.isEmpty()) fields.put("LMI_PAYMENT_NO", no);
    fields.put("LMI_SYS_PAYMENT_ID", part[0]);
    fields.put("LMI_SYS_PAYMENT_DATE", part[1]);
    for (var name : new String[] {"PAYMENT", "PAID"})
      fields.put("LMI_" + name + "_AMOUNT", part[2]);
    fields.put("LMI_CURRENCY", "RUB");
    fields.put("LMI_PAID_CURRENCY", "RUB");
    fields.put("LMI_PAYMENT_SYSTEM", part[3]);
    if (!part[4].isEmpty()) fields.put("LMI_SIM_MODE", part[4]);
    fields.put("LMI_HASH", signature);

    assertThat(opened(fields, gateway(Map.of("hash", hash))))
        .isEqualTo(
            outcome.equals("signed") ? new Malformed("no reference of ours") : new Forged("hash"));
  }

  private static Reading opened(Map<String, String> fields, Gateway gateway) {
    var body = Form.write(fields, UTF_8).getBytes(UTF_8);
    return PAYMASTER.open(Callback.post(Map.of(), body), gateway);
  }

  /** Examples C and D of the protocol. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "n-0001, 88000123,                rPYzftxCiaTz0UkbEUBYGfpDE6U=",
    "n-0002, 88000123;100.00;RF-1,    tzUFGGQ4+qlmI3eAU0dBFjVyvKg="
  })
  void theHashOfACall(String nonce, String own, String hash) {
    var call = new RestCall("any");
    for (var field : own.split(";", -1)) call = call.with("field" + field, field);

    assertThat(call.hash(nonce, gateway(Map.of()))).isEqualTo(hash);
    assertThat(call.request(nonce, gateway(Map.of())).url())
        .contains("hash=" + hash.replace("+", "%2B").replace("=", "%3D"))
        .doesNotContain("p@ss", "p%40ss");
  }

  @Test
  void itIsAskedByOurNumberUnderANonceThatIsUsedOnce() {
    assertThat(PAYMASTER.ask(order(""), gateway(Map.of())).orElseThrow().url())
        .startsWith(
            BASE
                + "/partners/rest/getPaymentByInvoiceID?login=tollgate-api&nonce="
                + Orders.STAMP.nonce()
                + "&hash=")
        .endsWith("&invoiceID=TG-212-1001&siteAlias=" + SITE);
  }

  @ParameterizedTest
  @CsvSource({"88000123, true", "'', false", "../x, false"})
  void itIsCancelledByTheirNumber(String theirs, boolean can) {
    assertThat(PAYMASTER.cancel(order(theirs), gateway(Map.of())).isPresent()).isEqualTo(can);
  }

  @Test
  void aSiteWithAnUnknownHashVerifiesNothing() {
    assertThatThrownBy(() ->
            opened(
                Map.of("LMI_MERCHANT_ID", SITE, "LMI_HASH", "x"), gateway(Map.of("hash", "crc32"))))
        .isInstanceOf(IllegalStateException.class);
  }

  static Gateway gateway(Map<String, String> more) {
    var fields = new HashMap<>(more);
    fields.put("merchant_id", SITE);
    fields.put("login", "tollgate-api");
    return new Gateway(
        7,
        "paymaster",
        URI.create(BASE),
        fields,
        Map.of("secret", new Secret("pm-demo-secret"), "password", new Secret("p@ss-demo")),
        GatewayTerms.USUAL);
  }

  static Order order(String theirs) {
    return Orders.of("TG-212-1001", Money.of(49_990, "RUB"), theirs);
  }
}

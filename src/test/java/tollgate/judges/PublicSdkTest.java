package tollgate.judges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.demo.WholeGateway;
import tollgate.json.Json;
import tollgate.signing.GateSignature;
import tollgate.tenant.Secret;

/**
 * The public SDK as judge, over HTTP, of the whole gateway in a process of its own: it signs the
 * requests, and believes every kind of webhook that we send.
 */
class PublicSdkTest {

  private static final String BUYER =
      "\"customer\":{\"id\":\"cust-88\",\"ip_address\":\"192.0.2.44\"},"
          + "\"return_url\":{\"success\":\"https://shop.example/ok?o=7\"}";
  private static final String TOUCHNGO = "/v2/payment/wallet/touchngo/";
  private static final String GOPAY = "/v2/payment/wallet/gopay/";
  private static final String WALLET = "/v2/payment/wallet/wallet/";

  @TempDir static Path data;

  @RegisterExtension static final Judge JUDGE = PublicSdk.sitting();

  private static final PublicSdk SDK = new PublicSdk(JUDGE);

  private static WholeGateway gateway;
  private static Shop shop;

  @BeforeAll
  static void start() throws Exception {
    gateway = new WholeGateway(data);
    shop = new Shop(SDK, gateway.address());
  }

  @AfterAll
  static void stop() {
    if (shop != null) shop.close();
    if (gateway != null) gateway.close();
  }

  @Test
  void aSaleThenPayouts() throws Exception {
    sale("S-1", 100_000, "pay");

    assertThat(heard(210, "S-1")).isEqualTo("sale: success");
    shop.ask(210, TOUCHNGO + "payout", "P-1", payout(6000));
    assertThat(heard(210, "P-1")).isEqualTo("payout: success");
    shop.ask(210, TOUCHNGO + "payout", "P-2", payout(40_000));
    assertThat(heard(210, "P-2")).isEqualTo("payout: decline");
    shop.ask(210, TOUCHNGO + "payout", "P-3", payout(1_000_000));
    assertThat(heard(210, "P-3")).isEqualTo("payout: decline");
  }

  @ParameterizedTest
  @CsvSource({"decline, 5000", "cancel, 5000", "pay, 50"})
  void aSaleThatIsDeclined(String action, int amount) throws Exception {
    var id = "D-" + action + amount;
    if (amount < 100) shop.ask(210, TOUCHNGO + "sale", id, sale(amount, action));
    else sale(id, amount, action);

    assertThat(heard(210, id)).isEqualTo("sale: decline");
  }

  /** The provider says "timed out", and after that "paid after all". */
  @Test
  void aSaleThatIsPaidTooLate() throws Exception {
    sale("L-1", 5000, "pay,late=500ms");

    assertThat(heard(210, "L-1")).isEqualTo("sale: decline");
  }

  @Test
  void aWalletIsToppedUpAndSpentAndTheSpendingGoesBack() throws Exception {
    var wallet = wallet(210);
    var toWallet = ",\"wallet\":{\"account_id\":\"" + wallet + "\"}";
    shop.ask(210, TOUCHNGO + "sale", "T-1", sale(5000, "pay", toWallet));
    shop.submit(shop.hear(210, "T-1"));

    var credited = shop.hear(210, "T-1");
    assertThat(credited.at("wallet", "credited")).isEqualTo(Json.number(5000));
    shop.ask(210, WALLET + "sale", "W-1", sale(3000, "", toWallet));
    assertThat(heard(210, "W-1")).isEqualTo("sale: success");
    shop.ask(210, WALLET + "sale", "W-2", sale(3000, "", toWallet));
    assertThat(heard(210, "W-2")).isEqualTo("sale: decline");
    shop.ask(210, "/v2/payment/refund", "W-1", refund(1000, "MYR", "R-1"));
    assertThat(heard(210, "W-1")).isEqualTo("refund: partially refunded");
    shop.ask(210, "/v2/payment/refund", "W-1", refund(2000, "MYR", "R-2"));
    assertThat(heard(210, "W-1")).isEqualTo("refund: refunded");
    shop.ask(210, WALLET + "sale", "W-3", sale(2000, "", toWallet));
    assertThat(heard(210, "W-3")).isEqualTo("sale: success");
    shop.ask(210, WALLET + "refund", "W-3", "{\"payment\":{\"description\":\"all of it\"}}");
    assertThat(heard(210, "W-3")).isEqualTo("reversal: reversed");
  }

  @Test
  void aTopUpByGopayAndItsRefunds() throws Exception {
    var toWallet = ",\"wallet\":{\"account_id\":\"" + wallet(211) + "\"}";
    shop.ask(211, GOPAY + "sale", "G-1", rupiah(1_500_000, toWallet));

    assertThat(heard(211, "G-1")).isEqualTo("sale: awaiting redirect result");
    assertThat(heard(211, "G-1")).isEqualTo("sale: success");
    shop.ask(211, GOPAY + "refund", "G-1", refund(200_000, "IDR", "R-1"));
    assertThat(heard(211, "G-1")).isEqualTo("refund: partially refunded");
    shop.ask(211, GOPAY + "refund", "G-1", refund(40_000, "IDR", "R-2"));
    var refused = shop.hear(211, "G-1");
    assertThat(refused.at("operation", "status")).isEqualTo(Json.text("decline"));
    assertThat(refused.at("payment", "merchant_refund_id")).isEqualTo(Json.text("R-2"));
  }

  @Test
  void aStatusAnswerIsBelievedToo() throws Exception {
    sale("Q-1", 5000, "pay");
    heard(210, "Q-1");

    var status = shop.ask(210, "/v2/payment/status", "Q-1", "{}");

    assertThat(SDK.read(status.encode(), Shop.secret(210)))
        .hasToString("{\"valid\":true,\"payment\":\"Q-1\",\"success\":true}");
    var unknown = shop.ask(210, "/v2/payment/status", "no", "{}");
    assertThat(SDK.read(unknown.encode(), Shop.secret(210)))
        .hasToString("{\"valid\":true,\"payment\":\"no\",\"success\":false}");
  }

  /** Those that a sandbox cannot be made to cause, as {@code PaymentBodyTest} holds them fast. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "auto-declined",
        "failed",
        "failed-paid-late",
        "in-doubt",
        "paid-late",
        "credited-late-wallet"
      })
  void whatSeldomHappensIsBelievedToo(String name) throws Exception {
    Json.Obj body;
    try (var in = getClass().getResourceAsStream("/gate/" + name + ".json")) {
      body = Shop.object(new String(in.readAllBytes(), UTF_8));
    }
    var told = GateSignature.with(new Secret("their-key")).signed(body).encode();

    assertThat(SDK.read(told, "their-key").encode()).startsWith("{\"valid\":true");
    assertThat(SDK.read(told, "another").encode()).contains("\"valid\":false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}
          {"paymentDescription":"Coffee & cake + 50% №7 / \\"gold\\" = x:y 100%25"}
          {"forceAcsNewWindow":true,"closeOnMissclick":false,"redirect":true}
          {"merchantFailUrl":"","merchantSuccessUrl":"https://shop.example/ok?o=731&x=%20y+z"}
          {"frameMode":"iframe","forcePaymentMethod":"touchngo_wallet"}
          {"anythingElse":true,"walletAccountId":"000000000018"}
          {"bestBefore":"2026-03-02T09:15:06+00:00","languageCode":"VI"}
          """)
  void theAddressOfAPaymentPage(String more) {
    var usual =
        "{\"paymentId\":\"PP-1\",\"paymentAmount\":12550,\"paymentCurrency\":\"MYR\","
            + "\"customerId\":\"cust-88\"}";
    var parameters = Shop.object(usual);
    for (var each : Shop.object(more).members().entrySet()) {
      parameters = parameters.with(each.getKey(), each.getValue());
    }
    var page = SDK.page(parameters, "https://pay.example");
    var check = page.replace("https://pay.example/payment", check());

    assertThat(Shop.text(shop.get(check))).isEqualTo("{\"status\":\"success\"}");
    var changed = shop.get(check.replace("12550", "12551"));
    assertThat(changed.statusCode()).isEqualTo(401);
    assertThat(Shop.text(changed)).contains("\"code\":\"3261\"");
  }

  private static String check() {
    return gateway.address() + "/v2/info/check/signature";
  }

  /** Up to the provider, who then plays the customer by himself. */
  private static void sale(String payment, long amount, String play) throws Exception {
    shop.ask(210, TOUCHNGO + "sale", payment, sale(amount, play));
    var told = shop.hear(210, payment);
    assertThat(told.at("operation", "status")).isEqualTo(Json.text("awaiting redirect result"));
    shop.submit(told);
  }

  private static String sale(long amount, String play) {
    return sale(amount, play, "");
  }

  private static String sale(long amount, String play, String more) {
    return """
    {"payment":{"amount":%d,"currency":"MYR","description":"Taxi №7 sandbox:play=%s"},%s%s}\
    """
        .formatted(amount, play, BUYER, more);
  }

  private static String rupiah(long amount, String more) {
    return """
    {"payment":{"amount":%d,"currency":"IDR","description":"sandbox:play=pay,after=300ms"},%s%s}\
    """
        .formatted(amount, BUYER, more);
  }

  private static String payout(long amount) {
    return """
    {"payment":{"amount":%d,"currency":"MYR"},%s,"account":{"number":"0123456789"}}\
    """
        .formatted(amount, BUYER);
  }

  private static String refund(long amount, String currency, String id) {
    return """
    {"payment":{"amount":%d,"currency":"%s","description":"back","merchant_refund_id":"%s"}}\
    """
        .formatted(amount, currency, id);
  }

  private static String wallet(int project) {
    var opened =
        shop.ask(project, "/v2/wallet/open", "none", "{\"customer\":{\"id\":\"cust-88\"}}");
    return ((Json.Str) opened.at("wallet", "account_id")).text();
  }

  /** The operation's type, and what became of the payment. */
  private static String heard(int project, String payment) throws InterruptedException {
    var told = shop.hear(project, payment);
    return ((Json.Str) told.at("operation", "type")).text()
        + ": "
        + ((Json.Str) told.at("payment", "status")).text();
  }
}

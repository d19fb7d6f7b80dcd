package tollgate.provider.paymaster2;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.ProviderContract;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.Stamp;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

class Paymaster2Test extends ProviderContract {

  private static final String SITE = "6f1d0c9e-1111-4222-8333-0123456789ab";
  private static final String BASE = "https://paymaster.ru";
  private static final Paymaster2 PAYMASTER = new Paymaster2();
  private static final String SETTLED = "{\"id\":\"88000123\",\"status\":\"Settled\"}";

  /** The code of TG-212-1001 under the token of this test. */
  private static final String CODE =
      "e1bdb2485e6967df3558a03371134959358181ae8301b425a510a23785e6a4c1";

  Paymaster2Test() {
    super("provider/paymaster2", PAYMASTER, gateway(Map.of()), order("TG-212-1001", "88000123"));
  }

  @Test
  void anInvoiceIsWrittenToTheLetter() {
    var request = started(order("TG-212-1001", ""));

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo(BASE + "/api/v2/invoices");
    assertThat(request.body())
        .isEqualTo(
            "{\"merchantId\":\"6f1d0c9e-1111-4222-8333-0123456789ab\",\"testMode\":false,"
                + "\"dualMode\":false,\"invoice\":{\"description\":\"Taxi wallet\","
                + "\"orderNo\":\"TG-212-1001\"},\"amount\":{\"value\":499.90,\"currency\":\"RUB\"},"
                + "\"protocol\":{\"returnUrl\":\"https://pay.example/return/TG-212-1001/k3v9/\","
                + "\"callbackUrl\":\"https://pay.example/callbacks/10?code="
                + CODE
                + "&payment=TG-212-1001\"}}");
    assertThat(request.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer pm2-token-TollgateExample01",
                "Idempotency-Key",
                "TG-212-1001"));
  }

  /** The same key with another body is refused, so nothing in the body may follow the clock. */
  @Test
  void aRepeatLaterIsTheSameToTheByte() {
    var later = new Stamp(Instant.parse("2027-01-01T00:00:00Z"), "0123456789ab0123456789ab");

    assertThat(started(with(order("TG-212-1001", ""), later)))
        .isEqualTo(started(order("TG-212-1001", "")));
  }

  @Test
  void whatHasNoIdYetCanBeNeitherAskedNorCancelled() {
    for (var id : new String[] {"", "../refunds", "8 8"}) {
      var order = order("TG-212-1001", id);

      assertThat(PAYMASTER.ask(order, gateway(Map.of()))).isEmpty();
      assertThat(PAYMASTER.cancel(order, gateway(Map.of()))).isEmpty();
    }
  }

  @Test
  void itIsAskedAndCancelledByItsId() {
    var order = order("TG-212-1001", "88000123");

    assertThat(PAYMASTER.ask(order, gateway(Map.of())).orElseThrow())
        .hasToString("GET " + BASE + "/api/v2/payments/88000123");
    assertThat(PAYMASTER.cancel(order, gateway(Map.of())).orElseThrow())
        .hasToString("PUT " + BASE + "/api/v2/payments/88000123/cancel");
  }

  /** The address proves who was told it; whatever the body says, we ask. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          as it comes                | payment=TG-212-1001&code=@ | {"id":"88000123","status":"Settled"}     | rings 88000123
          with a byte order mark     | payment=TG-212-1001&code=@ | \uFEFF{"id":"88000123"}                  | rings 88000123
          the id is a number         | payment=TG-212-1001&code=@ | {"id":88000123}                          | rings 88000123
          replayed, reordered: older | payment=TG-212-1001&code=@ | {"id":"88000123","status":"Pending"}     | rings 88000123
          wrong amount               | payment=TG-212-1001&code=@ | {"id":"8","amount":{"value":1}}          | rings 8
          wrong currency             | payment=TG-212-1001&code=@ | {"id":"8","amount":{"currency":"USD"}}   | rings 8
          wrong account              | payment=TG-212-1001&code=@ | {"id":"8","merchantId":"other"}          | rings 8
          of another payment         | payment=TG-212-1002&code=@ | {"id":"88000123"}                        | forged
          forged                     | payment=TG-212-1001&code=0 | {"id":"88000123"}                        | forged
          no code                    | payment=TG-212-1001        | {"id":"88000123"}                        | forged
          nothing                    | ''                         | {"id":"88000123"}                        | forged
          code twice                 | payment=TG-212-1001&code=@&code=@ | {"id":"88000123"}                 | forged
          truncated                  | payment=TG-212-1001&code=@ | {"id":"88000123                          | malformed
          no id                      | payment=TG-212-1001&code=@ | {"status":"Settled"}                     | malformed
          odd id                     | payment=TG-212-1001&code=@ | {"id":"../8"}                            | malformed
          a list                     | payment=TG-212-1001&code=@ | [1]                                      | malformed
          empty                      | payment=TG-212-1001&code=@ | ''                                       | malformed
          """)
  void aCallbackIsADoorbell(String name, String query, String body, String outcome) {
    assertThat(opened(query.replace("@", CODE), body.getBytes(UTF_8)))
        .isEqualTo(
            switch (outcome) {
              case "forged" -> new Forged("address");
              case "malformed" -> new Malformed("no payment");
              default ->
                  new Doorbell(new Payment.Id(212, 1001), outcome.substring("rings ".length()));
            });
  }

  @Test
  void anotherCharsetIsNoMessage() {
    assertThat(opened("payment=TG-212-1001&code=" + CODE, SETTLED.getBytes(UTF_16)))
        .isEqualTo(new Malformed("no payment"));
  }

  private static Reading opened(String query, byte[] body) {
    return PAYMASTER.open(new Callback("POST", query, Map.of(), body), gateway(Map.of()));
  }

  /** On a gateway of test payments they count, and live ones too: theirs is the account. */
  @Test
  void aGatewayOfTestPaymentsTakesThem() {
    var test = gateway(Map.of("test_mode", "true"));
    var order = order("TG-212-1001", "88000123");
    var reply =
        "{\"id\":\"88000123\",\"testMode\":true,\"status\":\"Settled\",\"merchantId\":\""
            + SITE
            + "\",\"amount\":{\"value\":499.9000,\"currency\":\"RUB\"},"
            + "\"invoice\":{\"orderNo\":\"TG-212-1001\"}}";

    assertThat(((Start.Send) PAYMASTER.start(order, test)).request().body())
        .contains("\"testMode\":true");
    assertThat(PAYMASTER.read(Call.ASK, order, test, new Reply(200, reply)))
        .isEqualTo(new SaleApproved(Money.of(49_990, "RUB"), "88000123"));
  }

  @Test
  void onlyRublesAreTaken() {
    var order = order("TG-212-1001", Money.of(49_990, "USD"), "");

    assertThatThrownBy(() -> started(order)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Request started(Order order) {
    return ((Start.Send) PAYMASTER.start(order, gateway(Map.of()))).request();
  }

  static Gateway gateway(Map<String, String> more) {
    var fields = new java.util.HashMap<>(more);
    fields.put("merchant_id", SITE);
    return new Gateway(
        10,
        "paymaster2",
        URI.create(BASE),
        fields,
        Map.of("token", new Secret("pm2-token-TollgateExample01")),
        GatewayTerms.USUAL);
  }

  static Order order(String reference, String providersId) {
    return order(reference, Money.of(49_990, "RUB"), providersId);
  }

  private static Order order(String reference, Money amount, String providersId) {
    return new Order(
        reference,
        amount,
        "Taxi wallet",
        Map.of("first_name", "Ivan", "phone", "79001234567"),
        "",
        providersId,
        "https://pay.example/callbacks/10",
        "https://pay.example/return/" + reference + "/k3v9/",
        "k3v9",
        900,
        new Stamp(Instant.parse("2026-01-17T09:05:07Z"), "aabbccddeeff001122334455"));
  }

  private static Order with(Order order, Stamp stamp) {
    return new Order(
        order.reference(),
        order.amount(),
        order.description(),
        order.person(),
        order.account(),
        order.providersId(),
        order.callbackUrl(),
        order.returnUrl(),
        order.token(),
        order.limit(),
        stamp);
  }
}

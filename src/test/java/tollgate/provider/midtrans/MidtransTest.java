package tollgate.provider.midtrans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.money.Money;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Start;
import tollgate.provider.ProviderContract;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

class MidtransTest extends ProviderContract {

  private static final String BASE = "https://api.sandbox.midtrans.com";
  private static final Secret KEY = new Secret("SB-Mid-server-TollgateExample01");
  private static final Midtrans MIDTRANS = new Midtrans();

  MidtransTest() {
    super("provider/midtrans", MIDTRANS, gateway(BASE, KEY), order(1_500_000, 900));
  }

  @Test
  void aChargeIsWrittenToTheLetter() {
    var request = charge(order(1_500_000, 900));

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo(BASE + "/v2/charge");
    assertThat(request.body())
        .isEqualTo(
            "{\"payment_type\":\"gopay\",\"transaction_details\":{\"order_id\":\"TG-211-1001\","
                + "\"gross_amount\":15000},\"item_details\":[{\"id\":\"topup\",\"price\":15000,"
                + "\"quantity\":1,\"name\":\"Taxi wallet\"}],\"gopay\":{\"enable_callback\":true,"
                + "\"callback_url\":\"https://pay.example/return/TG-211-1001/k3v9/\"},"
                + "\"custom_expiry\":{\"expiry_duration\":15,\"unit\":\"minute\"}}");
    assertThat(request.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                "Authorization",
                "Basic U0ItTWlkLXNlcnZlci1Ub2xsZ2F0ZUV4YW1wbGUwMTo=",
                "Idempotency-Key",
                "TG-211-1001-chg",
                "X-Override-Notification",
                "https://pay.example/callbacks/11"));
  }

  @ParameterizedTest(name = "{0} s is {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5      | 20  | second
          20     | 20  | second
          61     | 61  | second
          120    | 2   | minute
          3600   | 1   | hour
          5400   | 90  | minute
          86400  | 1   | day
          172800 | 2   | day
          604800 | 7   | day
          604801 | 7   | day
          """)
  void theLimitIsSaidInTheUnitThatFits(int limit, long duration, String unit) throws JsonRefused {
    var body = charge(order(1_500_000, limit)).body().getBytes(UTF_8);
    var expiry = ((Json.Obj) JsonReader.read(body, Limits.MESSAGE)).member("custom_expiry");

    assertThat(expiry)
        .isEqualTo(Json.object().put("expiry_duration", duration).put("unit", unit).build());
  }

  @Test
  void aFractionOfARupiahCannotBeCharged() {
    assertThatThrownBy(() -> charge(order(1_500_050, 900)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A longer key is ignored in silence, and the customer charged twice (K1). */
  @Test
  void theLongestReferenceStillFitsTheIdempotencyKey() {
    var reference = "TG-999999999999999999-999999999999999999";
    var order = with(reference, "", "");

    assertThat(charge(order).headers().get("Idempotency-Key")).hasSizeLessThanOrEqualTo(46);
    assertThat(MIDTRANS.cancel(order, gateway(BASE, KEY)).orElseThrow().headers())
        .containsEntry("Idempotency-Key", reference + "-cxl");
  }

  @ParameterizedTest(name = "known as [{0}]: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ''                                   | TG-211-1001
          5b8f6c1e-0a51-4f3c-9a0f-6f0f6f4f2c11 | 5b8f6c1e-0a51-4f3c-9a0f-6f0f6f4f2c11
          A120210101000000abcdEFGHid           | A120210101000000abcdEFGHid
          '../../v2/pay'                       | TG-211-1001
          '..'                                 | TG-211-1001
          """)
  void asksByTheirIdOnceItIsKnown(String providersId, String expected) {
    var order = with("TG-211-1001", providersId, "");

    assertThat(MIDTRANS.ask(order, gateway(BASE + "/", KEY)).orElseThrow())
        .extracting(Request::method, Request::url, Request::body)
        .containsExactly("GET", BASE + "/v2/" + expected + "/status", "");
    assertThat(MIDTRANS.cancel(order, gateway(BASE, KEY)).orElseThrow().url())
        .isEqualTo(BASE + "/v2/" + expected + "/cancel");
  }

  @ParameterizedTest(name = "[{0}] is called [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ''                                                     | Wallet top-up
          'Top-up'                                               | Top-up
          '12345678901234567890123456789012345678901234567890XX' | 12345678901234567890123456789012345678901234567890
          '1234567890123456789012345678901234567890123456789😀'  | 1234567890123456789012345678901234567890123456789
          """)
  void theItemIsNamedByWhatItIsFor(String description, String name) {
    assertThat(charge(with("TG-211-1001", "", description)).body())
        .contains("\"name\":\"" + name + "\"}");
  }

  /** The worked examples of the protocol: well signed, so what is left to refuse is the order. */
  @ParameterizedTest(name = "{0} {1} {2} under {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TG-TOPUP-000001 | 200 | 15000.00  | SB-Mid-server-TollgateExample01 | signed | 722bab9324b5dd9c327e71ecc87d5a133c95352a5d48031fdc7d7f14a67b5cae954dd8497e908823f9bf99de5728471bca7c92e6c28535fc569d9e9a738e1c0a
          TG-TOPUP-000002 | 202 | 250000.00 | SB-Mid-server-TollgateExample02 | signed | a0826765a5c4642e02cda27adcb7f99a9f3863cdec83233f361f5d00e2210ad40d90c513f27f765f13bd4c95c1d1ff41502ee3a24bccda02b8b85758bf3e1d5f
          TG-TOPUP-000001 | 200 | 15000     | SB-Mid-server-TollgateExample01 | forged | 722bab9324b5dd9c327e71ecc87d5a133c95352a5d48031fdc7d7f14a67b5cae954dd8497e908823f9bf99de5728471bca7c92e6c28535fc569d9e9a738e1c0a
          TG-TOPUP-000001 | 200 | 15000.0   | SB-Mid-server-TollgateExample01 | forged | 722bab9324b5dd9c327e71ecc87d5a133c95352a5d48031fdc7d7f14a67b5cae954dd8497e908823f9bf99de5728471bca7c92e6c28535fc569d9e9a738e1c0a
          TG-TOPUP-000001 | 201 | 15000.00  | SB-Mid-server-TollgateExample01 | forged | 722bab9324b5dd9c327e71ecc87d5a133c95352a5d48031fdc7d7f14a67b5cae954dd8497e908823f9bf99de5728471bca7c92e6c28535fc569d9e9a738e1c0a
          """)
  void theWorkedExamples(
      String orderId, String code, String amount, String key, String outcome, String signature) {
    var body =
        Json.object()
            .put("order_id", orderId)
            .put("status_code", code)
            .put("gross_amount", amount)
            .put("transaction_status", code.equals("200") ? "settlement" : "expire")
            .put("signature_key", signature)
            .build()
            .bytes();
    var reading = MIDTRANS.open(Callback.post(Map.of(), body), gateway(BASE, new Secret(key)));

    assertThat(reading)
        .isEqualTo(
            outcome.equals("signed")
                ? new Malformed("no reference of ours")
                : new Forged("signature"));
  }

  @Test
  void aNotificationKeyOfItsOwnIsTheOnlyOneThatCounts() {
    var notification = "SB-Mid-notify-TollgateExample01";
    var two =
        new Gateway(
            11,
            "midtrans",
            URI.create(BASE),
            Map.of(),
            Map.of("server_key", KEY, "notification_key", new Secret(notification)),
            GatewayTerms.USUAL);
    var signedWithTheServerKey =
        Json.object()
            .put("order_id", "TG-TOPUP-000001")
            .put("status_code", "200")
            .put("gross_amount", "15000.00")
            .put("transaction_status", "settlement")
            .put(
                "signature_key",
                "722bab9324b5dd9c327e71ecc87d5a133c95352a5d48031fdc7d7f14a67b5cae"
                    + "954dd8497e908823f9bf99de5728471bca7c92e6c28535fc569d9e9a738e1c0a")
            .build()
            .bytes();

    assertThat(MIDTRANS.open(Callback.post(Map.of(), signedWithTheServerKey), two))
        .isEqualTo(new Forged("signature"));
  }

  private static Request charge(Order order) {
    return ((Start.Send) MIDTRANS.start(order, gateway(BASE, KEY))).request();
  }

  private static Gateway gateway(String base, Secret key) {
    return new Gateway(
        11, "midtrans", URI.create(base), Map.of(), Map.of("server_key", key), GatewayTerms.USUAL);
  }

  private static Order order(long minor, int limit) {
    return order("TG-211-1001", Money.of(minor, "IDR"), "Taxi wallet", "", limit);
  }

  private static Order with(String reference, String providersId, String description) {
    return order(reference, Money.of(1_500_000, "IDR"), description, providersId, 900);
  }

  private static Order order(
      String reference, Money amount, String description, String providersId, int limit) {
    return new Order(
        reference,
        amount,
        description,
        Map.of("first_name", "Budi", "phone", "62811000000"),
        "",
        providersId,
        "https://pay.example/callbacks/11",
        "https://pay.example/return/" + reference + "/k3v9/",
        "k3v9",
        limit,
        Orders.STAMP);
  }
}

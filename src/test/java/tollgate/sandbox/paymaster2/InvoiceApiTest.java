package tollgate.sandbox.paymaster2;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.Playground;

/** The API as the protocol page tells it (2.1 to 2.4). */
class InvoiceApiTest {

  private final InvoiceCalls calls = new InvoiceCalls(new Playground());

  @AfterEach
  void close() {
    calls.ground.close();
  }

  @ParameterizedTest(name = "{0} at {1}: {2}, resultCode {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pay     | 499.90 | Settled   | success
          decline | 499.90 | Rejected  | insufficient_funds
          cancel  | 499.90 | Cancelled | cancelled
          fail    | 499.90 | Pending   |
          leave   | 499.90 | Pending   |
          pay     | 400.00 | Rejected  | insufficient_funds
          pay     | 403.01 | Cancelled | cancelled
          pay     | 406.02 | Cancelled | cancelled
          pay     | 406.03 | Pending   |
          """)
  void theCustomerDecides(String action, String value, String status, String code) {
    var id = calls.made("TG-212-1", value, "Taxi");

    calls.play(id, action);

    assertThat(calls.payment(id).getString("status")).isEqualTo(status);
    assertThat(calls.payment(id).getString("resultCode")).isEqualTo(code);
  }

  @Test
  void aPaymentIsToldWithFourDecimals() {
    var id = calls.made("TG-212-1", "10.50", "Taxi");

    assertThat(calls.call("GET", "/payments/" + id).body()).contains("\"value\":10.5000");
    assertThat(calls.payment(id).getJsonObject("invoice").getString("orderNo"))
        .isEqualTo("TG-212-1");
  }

  @Test
  void theCallbackIsThePaymentItself() throws InterruptedException {
    var id = calls.made("TG-212-1", "499.90", "Taxi");
    calls.play(id, "pay");

    var told = calls.ground.merchant.next("settled");
    assertThat(told.json().getString("id")).isEqualTo(id);
    assertThat(told.json().getString("status")).isEqualTo("Settled");
    assertThat(calls.ground.merchant.isLeftAlone()).isTrue();
  }

  @Test
  void aCallbackIsRepeatedUntil200() throws InterruptedException {
    calls.ground.merchant.answers(201, 503, 0);
    calls.play(calls.made("TG-212-1", "499.90", "Taxi"), "pay");

    for (var attempt = 1; attempt <= 4; attempt++) calls.ground.merchant.next("" + attempt);
    assertThat(calls.ground.merchant.isLeftAlone()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sandbox:bom         | 1 | Settled
          sandbox:reorder     | 2 | Settled
          sandbox:duplicate=3 | 3 | Settled
          """)
  void faultsOfCallbacks(String words, int callbacks, String status) throws InterruptedException {
    var id = calls.made("TG-212-1", "499.90", words);
    calls.play(id, "pay");

    for (var i = 1; i <= callbacks; i++) {
      var came = calls.ground.merchant.next(words).body();
      assertThat(came.startsWith("\uFEFF")).isEqualTo(words.endsWith("bom"));
    }
    assertThat(calls.ground.merchant.isLeftAlone()).isTrue();
    assertThat(calls.payment(id).getString("status")).isEqualTo(status);
  }

  @Test
  void theSameKeyGivesTheSamePaymentAndNoOther() {
    var body = calls.invoice("TG-212-1", "499.90", "Taxi");
    var first = calls.post("/invoices", "k1", body.encode());

    assertThat(calls.post("/invoices", "k1", body.encode()).body()).isEqualTo(first.body());
    var other = calls.post("/invoices", "k1", body.put("testMode", false).encode());
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(new JsonObject(other.body()).getString("code"))
        .isEqualTo("idempotency_key_violation");
    assertThat(calls.ground.json("/sandbox/paymaster2/totals").getLong("made")).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          10.505 | Taxi | amount
          0      | Taxi | amount
          10.50  | ''   | invoice.description
          """)
  void whatIsNotValidIsRefused(String value, String description, String problem) {
    var body = calls.invoice("TG-212-1", value, description).encode();
    var reply = calls.post("/invoices", "k1", body);

    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(reply.body()).getJsonArray("errors")).containsExactly(problem);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"{", "[]", "null", "''", "5"})
  void whatIsNoObjectIsRefused(String body) {
    assertThat(calls.post("/invoices", "k1", body).statusCode()).isEqualTo(400);
  }

  @Test
  void nobodyEntersWithoutTheToken() {
    var reply = calls.ground.get("/sandbox/paymaster2/api/v2/payments/1", "Authorization", "no");

    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(calls.call("GET", "/payments/1").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsPendingCanBeCancelledAndWhatIsPaidCannot() {
    var open = calls.made("TG-212-1", "499.90", "Taxi");
    var paid = calls.made("TG-212-2", "499.90", "Taxi");
    calls.play(paid, "pay");

    assertThat(calls.call("PUT", "/payments/" + open + "/cancel").statusCode()).isEqualTo(200);
    assertThat(calls.call("PUT", "/payments/" + open + "/cancel").statusCode()).isEqualTo(200);
    assertThat(calls.call("PUT", "/payments/" + paid + "/cancel").statusCode()).isEqualTo(409);
    calls.play(open, "pay");
    assertThat(calls.payment(open).getString("status")).isEqualTo("Cancelled");
  }

  @Test
  void inTwoStagesItIsConfirmed() {
    var body = calls.invoice("TG-212-1", "499.90", "Taxi").put("dualMode", true).encode();
    var id = new JsonObject(calls.post("/invoices", "k1", body).body()).getString("paymentId");
    calls.play(id, "pay");

    assertThat(calls.payment(id).getString("status")).isEqualTo("Authorized");
    assertThat(calls.call("PUT", "/payments/" + id + "/confirm").body()).contains("Settled");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"bad-amount=1, 1.0100, RUB", "bad-currency, 499.9000, USD"})
  void theStatusCanLie(String fault, String value, String currency) {
    var id = calls.made("TG-212-1", "499.90", "sandbox:" + fault);

    assertThat(calls.call("GET", "/payments/" + id).body())
        .contains("\"value\":" + value + ",\"currency\":\"" + currency + "\"");
  }

  @Test
  void theAnswerToACreationCanBeLost() {
    var body = calls.invoice("TG-212-1", "499.90", "sandbox:error-after=502").encode();

    assertThat(calls.post("/invoices", "k1", body).statusCode()).isEqualTo(502);
    assertThat(calls.post("/invoices", "k1", body).statusCode()).isEqualTo(200);
    assertThat(calls.ground.json("/sandbox/paymaster2/totals").getLong("made")).isEqualTo(1);
  }

  @Test
  void theCustomerSeesTheBillAndComesBack() {
    var id = calls.made("TG-212-1", "1499.90", "Ride <b>home</b>");
    var page = calls.ground.get("/sandbox/paymaster2/pay/" + id).body();

    assertThat(page).contains("RUB 1,499.90", "Ride &lt;b&gt;home&lt;/b&gt;", "Taxi &lt;Blue&gt;");
    var left = calls.ground.post("/sandbox/paymaster2/pay/" + id + "/pay", "");
    assertThat(left.statusCode()).isEqualTo(303);
    assertThat(left.headers().firstValue("Location")).hasValue("http://shop.example/return/");
    assertThat(calls.ground.get("/sandbox/paymaster2/pay/" + id).body()).contains("Back to the");
  }
}

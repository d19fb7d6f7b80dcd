package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.TestTenants.KEY;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.provider.Reference;

/** What is not the Gate's: callbacks, returning customers, pages of others, meters. */
class HttpTest {

  private static GateServer server;
  private static int sales;

  @BeforeAll
  static void start() {
    server = GateServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> get(String path) {
    return server.send(server.request(path).GET());
  }

  @Test
  void aCallbackIsHandedOverAsItCame() {
    var response =
        server.send(
            server
                .request("/callbacks/7?x=1")
                .header("X-Signature", "abc")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=1&b=%20é")));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(new String(response.body(), UTF_8)).isEqualTo("OK");
    assertThat(server.desk.heard()).contains("7 abc a=1&b=%20é");
  }

  @Test
  void aCallbackMayComeInTheQuery() {
    var response = get("/callbacks/7?OutSum=10.00&Shp_user=%D1%8F");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(server.desk.heard()).contains("7  GET OutSum=10.00&Shp_user=%D1%8F");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void whoComesBackWithoutANameIsSentToTheShop(String verb) {
    var request = server.request("/returns/7?InvId=1").header("Accept-Language", "ru");
    var response = server.send(request.method(verb, BodyPublishers.ofString("")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new String(response.body(), UTF_8)).contains("Вернитесь в магазин");
  }

  @ParameterizedTest(name = "{0} {1} with {2} bytes is {3}")
  @CsvSource({
    "POST, /callbacks/8,       2,      404",
    "POST, /callbacks/x,       2,      404",
    "POST, /callbacks/-7,      2,      404",
    "POST, /callbacks/99999999999999999999, 2, 404",
    "PUT,  /callbacks/7,       0,      405",
    "POST, /callbacks/7,       65537,  413",
    "POST, /callbacks/7,       900000, 413",
    "GET,  /nothing,           0,      404",
    "GET,  /v2,                0,      404",
    "GET,  /broken,            0,      500",
    "GET,  /return/x/y/,       0,      404",
    "GET,  /return/TG-210-1/y, 0,      404",
    "POST, /return/TG-210-1/y, 0,      405",
    "POST, /return/TG-210-1/y/, 0,     404",
    "GET,  /returns/8,         0,      404",
    "PUT,  /returns/7,         0,      405",
  })
  void elsewhereTheAnswerIsShort(String verb, String path, int bytes, int status) {
    var body = BodyPublishers.ofByteArray(new byte[bytes]);
    var heard = server.desk.heard();

    var response = server.send(server.request(path).method(verb, body));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(new String(response.body(), UTF_8)).hasSizeLessThan(60).doesNotContain("Exception");
    assertThat(server.desk.heard()).isEqualTo(heard);
  }

  @Test
  void aMethodThatIsNotAllowedIsToldWhichAre() {
    assertThat(get("/v2/payment/status").headers().firstValue("allow")).hasValue("POST");
  }

  @ParameterizedTest(name = "{0}, decline {1}, back {2}: to {3}")
  @CsvSource({
    "paid,     no, no, ok",
    "paid,     yes, yes, ok",
    "declined, yes, yes, no",
    "declined, no, yes, back",
    "declined, no, no, ok",
    "open,     yes, yes, back",
    "open,     yes, no, ok",
  })
  void aCustomerIsSentOn(String state, String decline, String back, String to) {
    var payment = sale(decline.equals("yes"), back.equals("yes"));
    switch (state) {
      case "paid" -> server.happens(payment, new SaleApproved(Money.of(12550, "MYR"), "x"));
      case "declined" -> server.happens(payment, new SaleDeclined(Code.PROVIDER_DECLINE, "x"));
      default -> {}
    }
    var terms = server.store.payment(payment).orElseThrow().payment().terms();
    var path = "/return/" + Reference.of(payment) + "/" + Reference.token(terms);

    for (var tail : new String[] {"", "/", "/?url=https://evil.example&TransNum=1"}) {
      var response = get(path + tail);
      assertThat(response.statusCode()).isEqualTo(303);
      assertThat(response.headers().firstValue("location")).hasValue("https://shop.example/" + to);
    }
  }

  @Test
  void whoComesBackWhileNobodyCanBeLookedUpIsAskedToWait() {
    var request =
        server.request("/return/TG-210-1/" + "0".repeat(32)).header("Accept-Language", "ms");
    server.payments.off = true;
    var response = server.send(request.GET());
    server.payments.off = false;

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(new String(response.body(), UTF_8))
        .contains("lang=\"ms\"", "Cuba sebentar lagi", "http-equiv=\"refresh\"");
  }

  private static Payment.Id sale(boolean decline, boolean back) {
    var paymentId = "return-" + sales++;
    var good =
        Good.named("sale", "")
            .with("general.payment_id", Json.text(paymentId).encode())
            .with("return_url", "{\"success\":\"https://shop.example/ok\"}");
    if (decline) good = good.with("return_url.decline", "\"https://shop.example/no\"");
    if (back) good = good.with("return_url.return", "\"https://shop.example/back\"");
    assertThat(server.post(good, KEY).statusCode()).isEqualTo(200);
    return GateServer.now(server.payments.find(210, paymentId)).orElseThrow().payment().id();
  }

  @Test
  void othersMayMountTheirPages() {
    assertThat(new String(get("/").body(), UTF_8)).isEqualTo("a page");
  }

  @Test
  void everyRequestIsCountedUnderABoundedName() {
    for (var i = 0; i < 50; i++) get("/random/" + i);
    server.post(Good.named("status", ""), TestTenants.OTHER_KEY);
    server.post(Good.named("status", "").with("general.project_id", "5"), KEY);

    var scrape = server.registry.scrape();

    assertThat(scrape)
        .contains(
            "tollgate_http_requests_total{api=\"other\",code_class=\"4xx\",method=\"GET\","
                + "route=\"other\"}")
        .contains("route=\"/v2/payment/status\"")
        .contains("tollgate_auth_failures_total{reason=\"wrong_signature\"} 1.0")
        .contains("tollgate_auth_failures_total{reason=\"unknown_project\"} 1.0")
        .contains("tollgate_http_request_duration_seconds_bucket{")
        .contains("tollgate_http_in_flight 0")
        .doesNotContain("random");
  }
}

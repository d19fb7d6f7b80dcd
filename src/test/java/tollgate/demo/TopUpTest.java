package tollgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.demo.Taxi.location;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;

/** A top-up from the form to the money, without a browser's scripts. */
class TopUpTest {

  private Taxi taxi;

  @BeforeEach
  void open() {
    taxi = new Taxi();
    taxi.read("/");
  }

  @AfterEach
  void close() {
    taxi.close();
  }

  @Test
  void thePageLoadsNothingFromElsewhere() {
    var page = taxi.read("/");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self';");
    assertThat(page.body()).doesNotContain("<style", "style=", "onclick", "http://", "https://");
    assertThat(page.body()).contains("Touch&#39;n Go", "GoPay").doesNotContain("{{");
  }

  @Test
  void aFileIsSentOnce() {
    var first = taxi.read("/demo/app.css");
    var tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(taxi.readAgain("/demo/app.css", tag).statusCode()).isEqualTo(304);
    assertThat(taxi.read("/demo/nope.css").statusCode()).isEqualTo(404);
  }

  @Test
  void openPagesAreCounted() throws Exception {
    for (int n = 0; n < Taxi.QUICK.streamsMax(); n++) {
      assertThat(taxi.events().statusCode()).isEqualTo(200);
    }
    assertThat(taxi.read("/demo/events").statusCode()).isEqualTo(503);
  }

  @Test
  void aStrangersBrowserSeesNothingOfMine() throws Exception {
    taxi.topUp("way=210/touchngo&amount=25");

    assertThat(taxi.readByStranger("/demo/received")).isEqualTo("[]");
  }

  @Test
  void aNewRiderHasTwoEmptyWallets() {
    var wallets = (Json.Obj) ReceiverTest.tree(taxi.read("/demo/wallets").body());

    assertThat(wallets.encode()).contains("\"RM 0.00\"", "\"Rp 0\"", "\"history\":[]");
  }

  @Test
  void touchngoIsAFormThatEscapesWhatItCarries() {
    var way = taxi.topUp("way=210/touchngo&amount=25&description=sandbox%3Aduplicate%3D3");
    var form = taxi.read(location(way)).body();

    assertThat(way.statusCode()).isEqualTo(303);
    assertThat(form)
        .contains("method=\"post\"", "/provider/topup-", "value=\"&lt;b&gt;&quot;Taxi&quot;")
        .contains("RM 25.00");
    assertThat(taxi.gateway.sales.getLast().at("payment", "description"))
        .isEqualTo(Json.text("sandbox:duplicate=3"));
  }

  @Test
  void gopayIsACodeToScanAndAButton() {
    var page = taxi.read(location(taxi.topUp("way=211/gopay&amount=15%2C000"))).body();

    assertThat(page).contains("<svg class=\"qr\"", "Open the GoPay app", "Rp 15,000");
    assertThat(taxi.gateway.sales.getLast().at("payment", "amount"))
        .isEqualTo(Json.number(1_500_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          success           | 0     | Paid                     | RM 25.00 is in your wallet
          decline           | 20000 | Declined                 | did not accept
          decline           | 603   | Time is over             | Nobody paid in time
          external processing | 19999 | Still waiting          | do not pay again
          awaiting redirect result | 9999 | Waiting for        | Continue to
          """)
  void theCustomerIsToldPlainly(String status, String code, String headline, String text) {
    var way = location(taxi.topUp("way=210/touchngo&amount=25"));
    Taxi.wait(taxi.gateway.end(taxi.gateway.latest(), status, code));

    assertThat(taxi.read(way.replace("/pay", "/done")).body()).contains(headline, text);
  }

  @Test
  void aPaidTopUpReachesBalanceHistoryAndOpenPages() throws Exception {
    var stream = taxi.events();
    taxi.topUp("way=210/touchngo&amount=25.50");
    Taxi.wait(taxi.gateway.end(taxi.gateway.latest(), "success", "0"));

    try (var events =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(events.lines().anyMatch(line -> line.contains("\"phase\":\"PAID\""))).isTrue();
    }
    assertThat(taxi.read("/demo/wallets").body())
        .contains("\"RM 25.50\"", "\"+ RM 25.50\"", "\"method\":\"Touch'n Go\"");
    assertThat(taxi.read("/demo/received").body()).contains("awaiting redirect", "\"success\"");
  }

  @Test
  void aLateWebhookKeepsNobodyWaitingForEver() {
    taxi.gateway.tellsIntermediate = false;
    var way = taxi.topUp("way=210/touchngo&amount=25");

    assertThat(way.statusCode()).isEqualTo(303);
    assertThat(taxi.read(location(way)).body()).contains("On to Touch&#39;n Go");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          way=210/touchngo&amount=0             | 400 | Check the amount
          way=210/touchngo&amount=-5            | 400 | Check the amount
          way=210/touchngo&amount=1%2C5         | 400 | Check the amount
          way=210/touchngo&amount=1.005         | 400 | Check the amount
          way=210/touchngo&amount=%3Cscript%3E  | 400 | Check the amount
          way=210/touchngo                      | 400 | Check the amount
          way=999/touchngo&amount=5             | 400 | no such way to pay
          way=210/touchngo&amount=5&description=a%3Bb | 400 | no semicolon
          way=210/touchngo&amount=9.99          | 502 | (code 310)
          """)
  void aBadFormIsExplained(String form, int status, String words) {
    var page = taxi.topUp(form);

    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.body()).contains(words).doesNotContain("<script>");
  }

  @Test
  void anUnknownTopUpIsNotFound() {
    assertThat(taxi.read("/demo/done?project=210&payment=nope").statusCode()).isEqualTo(404);
    assertThat(taxi.read("/demo/state?project=1&payment=nope").statusCode()).isEqualTo(404);
  }
}

package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.RedirectData;
import tollgate.payment.Refund;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;

/** A question that waits for news. */
@Timeout(30)
class ParkingTest {

  private static final SaleApproved PAID = new SaleApproved(Money.of(12550, "MYR"), "x");

  private GateServer server;

  @BeforeEach
  void start() {
    var waiting = new WebOptions.Waiting(2, 1, Duration.ofMillis(50));
    server = new GateServer(Loopback.options(WebOptions.Limits.DEFAULT, waiting, null));
    server.post(Good.named("sale", ""), KEY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Good status(String seconds) {
    return Good.named("status", "").at("/v2/payment/status?wait=" + seconds);
  }

  private CompletableFuture<HttpResponse<byte[]>> parked() {
    return parked("30");
  }

  private CompletableFuture<HttpResponse<byte[]>> parked(String seconds) {
    var before = server.parked();
    var asked = CompletableFuture.supplyAsync(() -> server.post(status(seconds), KEY));
    while (server.parked() != before + 1) Thread.onSpinWait();
    return asked;
  }

  private static String told(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return at(GateServer.read(response.body()), "payment.status");
  }

  @Test
  void isAnsweredWhenThePaymentIsDecided() {
    var asked = parked();
    assertThat(server.registry.scrape()).contains("tollgate_http_parked 1");

    server.happens(server.payment().id(), PAID);

    assertThat(told(asked.join())).isEqualTo("success");
    // The answer is on its way before it is counted.
    while (!server.registry.scrape().contains("route=\"/v2/payment/status?wait\"")) {
      Thread.onSpinWait();
    }
    assertThat(server.registry.scrape()).contains("tollgate_http_parked 0");
  }

  @Test
  void isAnsweredWhenTheCustomerMustGoSomewhere() {
    var asked = parked();

    var redirect = new CustomerRedirected(RedirectData.get("https://a.example"), "x");
    server.happens(server.payment().id(), redirect);

    assertThat(told(asked.join())).isEqualTo("awaiting redirect result");
  }

  @ParameterizedTest
  @CsvSource({"processing, awaiting+redirect+result", "processing, nothing%20of%20ours"})
  void whatIsNotWhatTheMerchantKnowsIsNewsAtOnce(String status, String known) {
    assertThat(told(server.post(status("30&known=" + known), KEY))).isEqualTo(status);
  }

  @Test
  void whatTheMerchantKnowsIsNoNews() {
    var asked = parked("30&known=processing");

    server.happens(server.payment().id(), PAID);

    assertThat(told(asked.join())).isEqualTo("success");
  }

  @Test
  void aDoubtOfOursIsNoNews() {
    var asked = parked();

    server.happens(server.payment().id(), new Doubtful("no answer"));
    assertThat(asked).isNotDone();
    server.happens(server.payment().id(), PAID);

    assertThat(told(asked.join())).isEqualTo("success");
  }

  @Test
  void isAnsweredAsItIsWhenTheTimeIsOver() {
    var since = System.nanoTime();

    assertThat(told(server.post(status("1"), KEY))).isEqualTo("processing");
    assertThat(Duration.ofNanos(System.nanoTime() - since))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
    assertThat(server.parked()).isZero();
  }

  @Test
  void whatIsDecidedOrNotThereIsAnsweredAtOnce() {
    server.happens(server.payment().id(), PAID);
    assertThat(told(server.post(status("30"), KEY))).isEqualTo("success");

    var nowhere = status("30").with("general.payment_id", "\"nowhere\"");
    assertThat(told(server.post(nowhere, KEY))).isEqualTo("error");
  }

  @Test
  void anotherPaymentIsNoNews() {
    var mine = server.payment().id();
    var asked = parked();
    var other = Good.named("sale", "");
    server.post(other.with("general.payment_id", "\"TG-3\""), KEY);
    server.post(other.with("general.project_id", "212"), KEY);

    assertThat(asked).isNotDone();
    server.happens(mine, PAID);
    assertThat(told(asked.join())).isEqualTo("success");
  }

  @Test
  void whereThereIsNoRoomItIsAnsweredAtOnce() {
    var one = parked();
    var two = parked();

    assertThat(told(server.post(status("30"), KEY))).isEqualTo("processing");
    server.happens(server.payment().id(), PAID);
    assertThat(told(one.join())).isEqualTo("success");
    assertThat(told(two.join())).isEqualTo("success");
  }

  /** No commit of this node: only the look at the book finds it. */
  @Test
  void whatHappensElsewhereIsFound() {
    var asked = parked();

    server.happensElsewhere(server.payment().id(), PAID);

    assertThat(told(asked.join())).isEqualTo("success");
  }

  @Test
  void whoHangsUpIsForgotten() throws Exception {
    var message = Good.named("status", "").message();
    var body = GateSignature.with(KEY).signed(message, Place.GENERAL).encode();
    var head = "POST /v2/payment/status?wait=30 HTTP/1.1\r\nHost: x\r\nContent-Length: ";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var sent = head + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
      socket.getOutputStream().write(sent.getBytes(UTF_8));
      while (server.parked() != 1) Thread.onSpinWait();
    }
    while (server.parked() != 0) Thread.onSpinWait();
  }

  @Test
  void whoeverStopsAnswersAll() {
    var one = parked();
    var two = parked();

    server.drain();

    assertThat(told(one.join())).isEqualTo("processing");
    assertThat(told(two.join())).isEqualTo("processing");
  }

  /** A refund in flight is something to wait for. */
  @Test
  void aRefundIsNews() {
    var sale = server.payment().id();
    server.happens(sale, PAID);
    var wish = new Refund.Wish("r", null, "", null);
    server.happens(sale, new RefundRequested(new Refund.Request(7777, null, wish, ZoneOffset.UTC)));
    var asked = parked();

    server.happens(sale, new RefundApproved(7777, "x"));

    assertThat(told(asked.join())).isEqualTo("reversed");
  }

  @ParameterizedTest
  @CsvSource({"?", "?known=success", "?x=1", "?waiting=x", "?a&b=wait"})
  void whatDoesNotSayWaitDoesNotWait(String query) {
    var asked = Good.named("status", "").at("/v2/payment/status" + query);

    assertThat(told(server.post(asked, KEY))).isEqualTo("processing");
  }
}

package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tollgate.gate.Webhooks;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Effect;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.RedirectData;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;

/** What a merchant was told, asked for in its order. */
@Timeout(30)
class EventsTest {

  private static final SaleApproved PAID = new SaleApproved(Money.of(12550, "MYR"), "x");
  private static final CustomerRedirected SENT =
      new CustomerRedirected(RedirectData.get("https://a.example"), "x");

  private GateServer server;

  @BeforeEach
  void start() {
    var waiting = new WebOptions.Waiting(1, 10, Duration.ofMillis(50));
    server = new GateServer(Loopback.options(WebOptions.Limits.DEFAULT, waiting, null));
    server.post(Good.named("sale", ""), KEY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Good after(long sequence) {
    return Good.named("events", "").with("page.after", Long.toString(sequence));
  }

  private static Json.Obj told(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    var body = GateServer.read(response.body());
    assertThat(GateSignature.verify(body, Place.ROOT, KEY)).isEqualTo(Verdict.RIGHT);
    return body.without("signature");
  }

  private Json.Obj ask(Good good) {
    return told(server.post(good, KEY));
  }

  private void happens() {
    var sale = server.payment().id();
    server.happens(sale, SENT);
    server.happens(sale, PAID);
  }

  /** Byte for byte, so what checks a webhook checks this too. */
  @Test
  void isWhatTheMerchantWasToldAlready() {
    happens();

    var all = ask(after(0));

    assertThat(at(all, "events.0.sequence")).isEqualTo("1");
    assertThat(at(all, "events.1.sequence")).isEqualTo("2");
    assertThat(at(all, "events.2.sequence")).isEmpty();
    assertThat(at(all, "next")).isEqualTo("2");
    assertThat(at(all, "last")).isEqualTo("2");
    var sent = server.store.webhook(server.payment().id(), Effect.NOTIFY_FINAL).orElseThrow();
    var signed = Webhooks.signed(sent.body(), GateSignature.with(KEY));
    assertThat(at(all, "events.1.body")).isEqualTo(new String(signed, UTF_8));
  }

  @Test
  void isReadOnFromWhereItEnded() {
    happens();

    var first = ask(after(0).with("page.limit", "1"));
    assertThat(at(first, "next")).isEqualTo("1");
    var second = ask(after(1).with("page.limit", "1"));
    assertThat(at(second, "events.0.sequence")).isEqualTo("2");
    var end = ask(after(2));
    assertThat(at(end, "events.0.sequence")).isEmpty();
    assertThat(at(end, "next")).isEqualTo("2");
  }

  @Test
  void anotherProjectHasItsOwn() {
    happens();

    var theirs = ask(after(0).with("general.project_id", "212"));

    assertThat(at(theirs, "last")).isEqualTo("0");
    assertThat(at(theirs, "next")).isEqualTo("0");
  }

  @Test
  void whatIsNotKeptAnyMoreIsNotPassedOver() {
    happens();
    server.store.forgetEvents(TestTenants.PROJECT, 1);

    var refused = server.post(after(0), KEY);

    assertThat(refused.statusCode()).isEqualTo(410);
    var body = GateServer.read(refused.body());
    assertThat(at(body, "code")).isEqualTo("3061");
    assertThat(at(body, "errors.0.field")).isEqualTo("page.after");
    assertThat(at(body, "errors.0.description")).contains("up to 1 ");
    assertThat(at(ask(after(1)), "events.0.sequence")).isEqualTo("2");
  }

  private CompletableFuture<HttpResponse<byte[]>> parked() {
    var waits = after(0).at("/v2/events?wait=30");
    var asked = CompletableFuture.supplyAsync(() -> server.post(waits, KEY));
    while (server.parked() != 1) Thread.onSpinWait();
    return asked;
  }

  @Test
  void theNextOneIsWaitedFor() {
    var asked = parked();

    server.happens(server.payment().id(), SENT);

    assertThat(at(told(asked.join()), "events.0.sequence")).isEqualTo("1");
    assertThat(server.parked()).isZero();
  }

  @Test
  void whatIsThereIsNotWaitedFor() {
    happens();

    assertThat(at(ask(after(0).at("/v2/events?wait=30")), "next")).isEqualTo("2");
  }

  @Test
  void whenTheTimeIsOverThereIsNone() {
    assertThat(at(ask(after(0).at("/v2/events?wait=1")), "next")).isEqualTo("0");
    assertThat(server.parked()).isZero();
  }

  @Test
  void whereThereIsNoRoomNobodyWaits() {
    var asked = parked();

    assertThat(at(ask(after(0).at("/v2/events?wait=30")), "next")).isEqualTo("0");
    happens();
    asked.join();
  }

  @Test
  void whoeverStopsAnswersAll() {
    var asked = parked();

    server.drain();

    assertThat(at(told(asked.join()), "next")).isEqualTo("0");
  }
}

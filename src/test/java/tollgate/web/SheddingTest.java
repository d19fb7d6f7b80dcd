package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import io.vertx.core.Promise;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More than can be done is refused at the door, and only what merchants ask. */
@Timeout(30)
class SheddingTest {

  private static final int AT_ONCE = 2;

  private final Promise<Void> slow = Promise.promise();
  private GateServer server;

  @BeforeEach
  void start() {
    var shedding =
        new WebOptions.Shedding(
            AT_ONCE, AT_ONCE, AT_ONCE, Duration.ofSeconds(1), Duration.ofSeconds(1));
    var limits = WebOptions.Limits.DEFAULT;
    var waiting = WebOptions.Waiting.DEFAULT;
    server = new GateServer(new WebOptions("127.0.0.1", 0, "", 1, limits, waiting, shedding, null));
    server.post(Good.named("sale", ""), KEY);
  }

  @AfterEach
  void stop() {
    slow.tryComplete();
    server.close();
  }

  /** A sale that is taken and not answered. */
  private CompletableFuture<HttpResponse<byte[]>> stuck(String paymentId) {
    server.payments.after = slow.future();
    var before = server.working();
    var sale = Good.named("sale", "").with("general.payment_id", '"' + paymentId + '"');
    var asked = CompletableFuture.supplyAsync(() -> server.post(sale, KEY));
    while (server.working() == before) Thread.onSpinWait();
    return asked;
  }

  private HttpResponse<byte[]> ask(String name) {
    return server.post(Good.named(name, ""), KEY);
  }

  @Test
  void whatIsTooMuchIsToComeAgain() {
    var one = stuck("S-1");
    assertThat(ask("status").statusCode()).isEqualTo(200);
    var two = stuck("S-2");

    for (var name : new String[] {"sale", "payout", "refund", "status", "events", "open"}) {
      var refused = ask(name);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
      assertThat(at(GateServer.read(refused.body()), "code")).isEqualTo("601");
    }
    assertThat(server.registry.scrape())
        .contains("tollgate_concurrency_limit{api=\"merchant\"} 2")
        .contains("tollgate_concurrency_in_use{api=\"merchant\"} 2")
        .contains("tollgate_requests_rejected_total{api=\"merchant\",reason=\"overload\"} 6");

    slow.complete();
    assertThat(one.join().statusCode()).isEqualTo(200);
    assertThat(two.join().statusCode()).isEqualTo(200);
    assertThat(ask("status").statusCode()).isEqualTo(200);
  }

  @Test
  void providersAndPagesAreLetIn() {
    var stuck = List.of(stuck("S-1"), stuck("S-2"));

    var callback = server.request("/callbacks/7").POST(BodyPublishers.ofString("x"));
    assertThat(server.send(callback).statusCode()).isNotEqualTo(503);
    assertThat(server.send(server.request("/")).body()).isEqualTo("a page".getBytes(UTF_8));
    assertThat(server.registry.scrape()).contains("reason=\"overload\"} 0");
    slow.complete();
    stuck.forEach(CompletableFuture::join);
  }

  @Test
  void whoWaitsForNewsTakesNoPlace() {
    var waits = Good.named("status", "").at("/v2/payment/status?wait=30");
    var waiting = new CompletableFuture<?>[AT_ONCE + 1];
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] = CompletableFuture.supplyAsync(() -> server.post(waits, KEY));
      while (server.parked() != i + 1) Thread.onSpinWait();
    }

    assertThat(ask("status").statusCode()).isEqualTo(200);
    server.drain();
    CompletableFuture.allOf(waiting).join();
  }
}

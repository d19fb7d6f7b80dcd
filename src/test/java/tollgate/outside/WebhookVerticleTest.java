package tollgate.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;
import static tollgate.payment.Sales.SALE;

import com.standardwebhooks.Webhook;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.payment.Effect;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;
import tollgate.signing.StandardWebhooks;
import tollgate.tenant.Secret;

class WebhookVerticleTest {

  private final World world = new World();
  private final Merchant merchant = new Merchant(world);
  private final Queue<Merchant.Seen> seen = merchant.seen;

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aMerchantIsToldOnceWithEveryHeaderOfTheProtocol() throws Exception {
    started();
    merchant.answering(request -> request.response().end());
    var id = merchant.owed(SALE);

    until(() -> seen.size() == 1);
    until(() -> world.outbox.count("done NOTIFY_FINAL") == 1);
    var message = seen.remove();
    var callbackId = WebhookId.of(id, Effect.NOTIFY_FINAL).toString();
    assertThat(message.body()).startsWith("{\"NOTIFY_FINAL\":" + id.operation() + ",");
    assertThat(isSigned(message, World.SECRET)).isTrue();
    assertThat(message.headers())
        .containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry("user-agent", "Tollgate-Callback/1")
        .containsEntry("x-tollgate-callback-id", callbackId)
        .containsEntry("x-tollgate-attempt", "1")
        .containsEntry("webhook-id", callbackId);
    verifiedByTheirLibrary(message);
  }

  private static boolean isSigned(Merchant.Seen message, Secret key) throws JsonRefused {
    var body = (Json.Obj) JsonReader.read(message.body().getBytes(UTF_8), Limits.MESSAGE);
    return GateSignature.verify(body, Place.ROOT, key) == Verdict.RIGHT;
  }

  /** So a merchant that has thrown the old key away still learns what waited for him. */
  @Test
  void isSignedWithTheNewestKeyOfItsTime() throws Exception {
    var newest = new Secret("new-secret-210");
    started();
    merchant.answering(request -> {
      world.withSecrets(newest, World.SECRET);
      request.response().setStatusCode(seen.size() > 1 ? 200 : 503).end();
    });
    merchant.owed(SALE);

    until(() -> world.outbox.count("done NOTIFY_FINAL") == 1);
    assertThat(isSigned(seen.remove(), World.SECRET)).isTrue();
    assertThat(isSigned(seen.remove(), newest)).isTrue();
  }

  private static void verifiedByTheirLibrary(Merchant.Seen message) throws Exception {
    var headers =
        message.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    var key = StandardWebhooks.libraryKey(World.SECRET).reveal();

    new Webhook(key).verify(message.body(), HttpHeaders.of(headers, (_, _) -> true).map());
  }

  /** Exactly 200 is a yes; whatever else happens, the same bytes come again. */
  @ParameterizedTest(name = "{0} is no yes: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          201     | 2xx
          204     | 2xx
          301     | 3xx
          307     | 3xx
          400     | 4xx
          410     | 410
          429     | 429
          500     | 5xx
          silence | timeout
          reset   | timeout
          drip    | timeout
          flood   | timeout
          """)
  void anythingButTwoHundredIsTriedAgain(String how, String result) {
    started();
    var calls = new AtomicInteger();
    merchant.answering(request -> {
      if (calls.incrementAndGet() > 2) request.response().end();
      else failing(how).accept(request);
    });
    merchant.owed(SALE);

    until(() -> world.outbox.count("done NOTIFY_FINAL") == 1);
    assertThat(seen).extracting(Merchant.Seen::body).hasSize(3).containsOnly(seen.element().body());
    assertThat(seen).extracting(Merchant.Seen::path).containsOnly("/hook");
    assertThat(seen)
        .extracting(message -> message.headers().get("x-tollgate-attempt"))
        .containsExactly("1", "2", "3");
    assertThat(world.count("tollgate.merchant.callbacks", "result", result)).isEqualTo(2);
  }

  private Consumer<HttpServerRequest> failing(String how) {
    return request -> {
      var response = request.response();
      switch (how) {
        case "silence" -> {}
        case "reset" -> request.connection().close();
        case "drip" -> response.putHeader("Content-Length", "100").write("x");
        case "flood" -> response.end("x".repeat(100_000));
        default ->
            response
                .setStatusCode(Integer.parseInt(how))
                .putHeader("Location", world.base() + "/inner")
                .end();
      }
    };
  }

  @Test
  void afterTheLastAttemptItIsLeftToAPerson() {
    world.withOutbox(Quick.TICKS);
    world.withWebhooks(Quick.attempts(3));
    merchant.answering(request -> request.response().setStatusCode(500).end());
    merchant.owed(SALE);

    until(() -> world.outbox.count("exhausted NOTIFY_FINAL") == 1);
    assertThat(seen).hasSize(3);
  }

  /** Four at once and fifty in wait: some of a hundred find no room, and lose no attempt by it. */
  @Test
  void whatFindsNoRoomWasNotTried() {
    started();
    Queue<HttpServerRequest> open = new ConcurrentLinkedQueue<>();
    merchant.answering(open::add);
    for (int i = 0; i < 100; i++) merchant.owed(SALE);
    until(() -> world.outbox.count("back NOTIFY_FINAL 1 ") > 0);

    merchant.answering(request -> request.response().end());
    open.forEach(request -> request.response().end());

    until(() -> world.outbox.count("done NOTIFY_FINAL") >= 100);
    assertThat(seen)
        .extracting(message -> message.headers().get("x-tollgate-attempt"))
        .filteredOn("1"::equals)
        .hasSize(100);
  }

  @Test
  void aDeadMerchantDelaysNobodyElse() {
    started();
    var deaf = await(world.vertx.createHttpServer().requestHandler(_ -> {}).listen(0));
    merchant.answering(request -> request.response().end());
    world.webhooksTo(address(deaf));
    for (int i = 0; i < 3_000; i++) merchant.owed(SALE);
    world.webhooksTo(world.base() + "/hook");
    var start = System.nanoTime();
    for (int i = 0; i < 200; i++) merchant.owed(SALE);

    until(() -> world.count("tollgate.merchant.callbacks", "result", "200") == 200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(seen).hasSize(200);
  }

  @Test
  void aStopWaitsForWhatIsInFlight() {
    var verticle = new WebhookVerticle(world.webhookParts(), Quick.WEBHOOKS);
    var deployment = await(world.vertx.deployVerticle(verticle));
    Queue<HttpServerRequest> open = new ConcurrentLinkedQueue<>();
    merchant.answering(open::add);
    merchant.owed(SALE);
    until(() -> !open.isEmpty());
    var stopped = world.vertx.undeploy(deployment);
    assertThat(stopped.isComplete()).isFalse();
    open.remove().response().end();
    await(stopped);

    assertThat(world.outbox.count("done NOTIFY_FINAL")).isEqualTo(1);
  }

  private void started() {
    world.withWebhooks(Quick.WEBHOOKS).withOutbox(Quick.TICKS);
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.actualPort() + "/hook";
  }
}

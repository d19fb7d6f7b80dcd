package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import io.vertx.core.Promise;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.tenant.Secret;

/** The same request again, with a key that says so. */
@Timeout(20)
class RepeatsTest {

  private GateServer server;

  @BeforeEach
  void start() {
    server = GateServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Good sale() {
    return Good.named("sale", "");
  }

  private HttpResponse<byte[]> post(Good good, String key) {
    return post(good, key, KEY);
  }

  private HttpResponse<byte[]> post(Good good, String key, Secret secret) {
    var signed = GateSignature.with(secret).signed(good.message(), Place.GENERAL);
    return server.send(
        server
            .request(good.path())
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(signed.bytes())));
  }

  private static void assertAgain(HttpResponse<byte[]> again, HttpResponse<byte[]> first) {
    assertThat(again.statusCode()).isEqualTo(first.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("content-type"))
        .isEqualTo(first.headers().firstValue("content-type"));
  }

  private static String code(HttpResponse<byte[]> response) {
    return at(GateServer.read(response.body()), "code");
  }

  @Test
  void hearsTheSameBytesAndDoesNothing() {
    var first = post(sale(), "k-1");
    assertThat(first.statusCode()).isEqualTo(200);

    assertAgain(post(sale(), "k-1"), first);
    assertAgain(post(sale(), "\"k-1\""), first);
    assertThat(server.store.allPayments()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"x", "8e03978e-40d5-43dd-bc93-6894a57f9324", "a/b+c==:~", "'\"a\\\"b\\\\,;\"'"})
  void aKeyMayLookLikeThis(String key) {
    var first = post(sale(), key);
    assertThat(first.statusCode()).isEqualTo(200);
    assertAgain(post(sale(), key), first);
  }

  @Test
  void aKeyMayBeThatLong() {
    assertThat(post(sale(), "x".repeat(255)).statusCode()).isEqualTo(200);
    assertThat(post(sale(), "\"" + "x".repeat(255) + "\"").statusCode()).isEqualTo(200);
    assertThat(server.store.allPayments()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "payment.amount, 1, /v2/payment/wallet/touchngo/sale",
    "general.payment_id, '\"another\"', /v2/payment/wallet/touchngo/sale",
    "customer.id, '\"cust-88\"', /v2/payment/wallet/gopay/sale",
  })
  void anotherRequestWithTheKeyIsRefused(String member, String json, String path) {
    var first = post(sale(), "k-1");

    var other = post(sale().with(member, json).at(path), "k-1");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(code(other)).isEqualTo("502");
    assertThat(at(GateServer.read(other.body()), "errors.0.field")).isEqualTo("Idempotency-Key");
    assertThat(at(GateServer.read(other.body()), "project_id")).isEqualTo("210");
    assertThat(server.store.allPayments()).hasSize(1);
    assertAgain(post(sale(), "k-1"), first);
  }

  @Test
  void anotherProjectsKeyIsAnotherKey() {
    post(sale(), "k-1");

    var others = post(sale().with("general.project_id", "212"), "k-1");

    assertThat(others.statusCode()).isEqualTo(200);
    assertThat(at(GateServer.read(others.body()), "project_id")).isEqualTo("212");
    assertThat(server.store.allPayments()).hasSize(2);
  }

  @Test
  void withoutAKeyNothingIsAnsweredFromMemory() {
    post(sale(), "k-1");

    assertThat(code(server.post(sale(), KEY))).isEqualTo("3041");
  }

  @Test
  void aRefusalIsRepeatedToo() {
    server.post(sale(), KEY);
    var refused = post(sale(), "k-1");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(code(refused)).isEqualTo("3041");
    assertThat(refused.headers().firstValue("retry-after")).isEmpty();

    assertAgain(post(sale(), "k-1"), refused);
  }

  @Test
  void whatWasRefusedMayBeCorrectedUnderTheSameKey() {
    var bad = sale().with("payment.amount", "0");
    var refused = post(bad, "k-1");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertAgain(post(bad, "k-1"), refused);

    var first = post(sale(), "k-1");

    assertThat(first.statusCode()).isEqualTo(200);
    assertAgain(post(sale(), "k-1"), first);
    assertThat(post(bad, "k-1").statusCode()).isEqualTo(422);
  }

  @Test
  void whatWasNotTakenMayBeTriedAgain() {
    server.payments.off = true;
    assertThat(post(sale(), "k-1").statusCode()).isEqualTo(503);
    server.payments.off = false;

    var first = post(sale(), "k-1");

    assertThat(first.statusCode()).isEqualTo(200);
    assertAgain(post(sale(), "k-1"), first);
  }

  /** Kept, though nobody could tell: the second try finds what the first began. */
  @Test
  void theSecondTryIsAnsweredWithThePaymentOfTheFirst() {
    server.payments.deaf = true;
    assertThat(post(sale(), "k-1").statusCode()).isEqualTo(503);
    assertThat(server.store.allPayments()).hasSize(1);
    server.payments.deaf = false;

    var second = post(sale(), "k-1");

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(at(GateServer.read(second.body()), "request_id"))
        .isEqualTo(server.payment().terms().requestId());
    assertThat(server.store.allPayments()).hasSize(1);
    assertAgain(post(sale(), "k-1"), second);
  }

  @Test
  void whileTheFirstIsRunningItSaysWhenToComeAgain() {
    var gate = Promise.<Void>promise();
    server.payments.before = gate.future();
    var one = CompletableFuture.supplyAsync(() -> post(sale(), "k-1"));
    var other = CompletableFuture.supplyAsync(() -> post(sale(), "k-1"));
    var second = (HttpResponse<?>) CompletableFuture.anyOf(one, other).join();

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.headers().firstValue("retry-after")).hasValue("1");
    gate.complete();
    var first = one.join().statusCode() == 200 ? one.join() : other.join();
    assertThat(first.statusCode()).isEqualTo(200);
    assertAgain(post(sale(), "k-1"), first);
  }
}

package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tollgate.json.Json;
import tollgate.store.DatabaseOptions;
import tollgate.support.Postgres;

/** A real database in which somebody holds the table that everything needs. */
@Timeout(90)
class SheddingOnPostgresTest {

  private static final int START = 32;
  private static final int LEAST = 8;
  private static final int MOST = 64;
  private static final int SALES = 100;
  private static final int PAID = START + 8;
  private static final long AMOUNT = 12_550;

  private static final WebOptions.Shedding LIMITS =
      new WebOptions.Shedding(LEAST, START, MOST, Duration.ofMillis(300), Duration.ofMillis(50));

  private DatabaseOptions database;
  private GateNode node;

  @BeforeEach
  void start() {
    database = Postgres.fresh();
    node = new GateNode(database, LIMITS);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void whatItCannotDoIsRefusedAtOnceAndNothingIsLost() {
    for (int i = 0; i < PAID; i++) assertThat(sale("P-" + i).join().statusCode()).isEqualTo(200);
    var told = IntStream.range(0, PAID).mapToObj(i -> approval("P-" + i)).toList();
    List<CompletableFuture<HttpResponse<byte[]>>> sales;
    List<CompletableFuture<HttpResponse<byte[]>>> callbacks;
    try (var _ = Postgres.locked(database.database(), "payment")) {
      sales = named("S-").map(this::sale).toList();
      while (sales.stream().filter(CompletableFuture::isDone).count() < SALES - START) pause();
      sales.stream().filter(CompletableFuture::isDone).forEach(this::assertIsToComeAgain);
      // It may have grown since its start, and who was let in waits for the table in vain.
      assertThat(rejected()).isGreaterThanOrEqualTo(SALES - MOST);

      // All of them are let in while merchants are not; what cannot be kept yet comes again.
      callbacks = told.stream().map(node::callback).toList();
      while (node.heard() < PAID) pause();

      // They go on asking, many at once: one after the other would teach it that in a minute.
      while (limit() > LEAST) crowd().forEach(this::assertIsToComeAgain);
    }

    sales.forEach(CompletableFuture::join);
    callbacks.forEach(CompletableFuture::join);
    told.forEach(this::untilItIsTaken);
    named("S-").forEach(this::untilItIsThere);
    while (limit() < START) assertThat(ask().join().statusCode()).isEqualTo(200);
    assertThat(number("select count(*) from payment")).isEqualTo(PAID + SALES);
    assertThat(number("select amount from balance where account = 'merchant'"))
        .isEqualTo(PAID * AMOUNT);
  }

  private List<CompletableFuture<HttpResponse<byte[]>>> crowd() {
    return Stream.generate(() -> sale("S-0")).limit(START).toList();
  }

  private static Stream<String> named(String prefix) {
    return IntStream.range(0, SALES).mapToObj(i -> prefix + i);
  }

  private CompletableFuture<HttpResponse<byte[]>> sale(String paymentId) {
    var good = Good.named("sale", "").with("general.payment_id", Json.text(paymentId).encode());
    return node.post(good, "");
  }

  private CompletableFuture<HttpResponse<byte[]>> ask() {
    return node.post(Good.named("status", "").with("general.payment_id", "\"S-0\""), "");
  }

  private String approval(String paymentId) {
    var id = node.find(paymentId).id();
    return id.project() + " " + id.operation() + " " + AMOUNT;
  }

  private void assertIsToComeAgain(CompletableFuture<HttpResponse<byte[]>> asked) {
    var answer = asked.join();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
    assertThat(at(GateServer.read(answer.body()), "code")).isEqualTo("601");
  }

  /** As a merchant does it, who was told to come again; one that is there already is found. */
  private void untilItIsThere(String paymentId) {
    while (sale(paymentId).join().statusCode() == 503) pause();
  }

  /** As a provider does it. */
  private void untilItIsTaken(String body) {
    while (node.callback(body).join().statusCode() == 503) pause();
  }

  private int limit() {
    return metric("tollgate_concurrency_limit{");
  }

  private int rejected() {
    return metric("tollgate_requests_rejected_total{");
  }

  private int metric(String name) {
    var lines = node.scrape().lines().filter(it -> it.startsWith(name));
    var line = lines.findFirst().orElseThrow();
    return (int) Double.parseDouble(line.substring(line.indexOf('}') + 1));
  }

  private long number(String sql) {
    return Postgres.number(database.database(), sql);
  }

  private static void pause() {
    LockSupport.parkNanos(1_000_000);
  }
}

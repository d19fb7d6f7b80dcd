package tollgate.operations;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tollgate.engine.Gauges;
import tollgate.engine.Invariants;
import tollgate.engine.Unavailable;
import tollgate.operations.OperationsParts.Questions;

/** The operations port, over a database that says what the test wants. */
class OperationsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Health health = new Health();
  private final Database database = new Database();
  private final PrometheusMeterRegistry registry = Registry.create("1.2.3");
  private int port;

  /** Says what it was told to say. */
  private static final class Database implements Gauges, Invariants {
    Future<Void> writable = Future.succeededFuture();
    List<String> offending = List.of();
    List<String> old = List.of();

    @Override
    public Future<Backlog> backlog(Duration doubtAfter) {
      return Future.succeededFuture(
          new Backlog(
              new Undecided(5, 1, 2),
              new Duties(3, 4500, 1),
              new Unnumbered(7, 1500),
              new Gauges.InDoubt(4, 6),
              NOW.plusSeconds(2)));
    }

    @Override
    public Future<Book> book() {
      return Future.succeededFuture(
          new Book(Map.of("MYR", -1L), Map.of("IDR", 500L), Map.of("MYR", 30L), 1, 0, 2));
    }

    @Override
    public Future<Report> check() {
      return Future.succeededFuture(report(List.of()));
    }

    @Override
    public Future<Report> whole() {
      return Future.succeededFuture(report(old));
    }

    private Report report(List<String> more) {
      var findings = List.of(new Finding("I1", "one", more), new Finding("I3", "three", offending));
      return new Report(findings, new Proven(30_001, 4, 1, NOW.minusSeconds(60), NOW));
    }
  }

  @BeforeEach
  void start() throws Exception {
    var questions = new Questions(() -> database.writable, database, database);
    var verticle =
        new OperationsVerticle(
            new OperationsOptions(
                "127.0.0.1",
                0,
                Duration.ofHours(1),
                Duration.ofDays(1),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofMillis(200)),
            new OperationsParts(registry, health, questions, InstantSource.fixed(NOW)));
    vertx.deployVerticle(verticle).await(10, TimeUnit.SECONDS);
    port = verticle.port();
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void aliveFromTheFirstMomentStartedAndReadyOnlyThen() {
    assertThat(status("/livez")).isEqualTo(200);
    assertThat(status("/startupz")).isEqualTo(503);
    assertThat(status("/readyz")).isEqualTo(503);

    health.serving();
    assertThat(status("/startupz")).isEqualTo(200);
    assertThat(status("/readyz")).isEqualTo(200);
  }

  @Test
  void drainingIsNotReadyAndStillAlive() {
    health.serving();
    health.draining();

    assertThat(ask("/readyz").body()).isEqualTo("draining\n");
    assertThat(status("/readyz")).isEqualTo(503);
    assertThat(status("/livez")).isEqualTo(200);
    assertThat(status("/startupz")).isEqualTo(200);
  }

  @Test
  void withoutADatabaseAliveButNotReady() {
    health.serving();
    database.writable = Future.failedFuture(new Unavailable("the database is read-only"));

    assertThat(status("/readyz")).isEqualTo(503);
    assertThat(ask("/readyz").body()).isEqualTo("the database is read-only\n");
    assertThat(status("/livez")).isEqualTo(200);
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsGivenUp() {
    health.serving();
    database.writable = Promise.<Void>promise().future();

    assertThat(status("/readyz")).isEqualTo(503);
  }

  @Test
  void invariantsThatHold() {
    var told = new JsonObject(ask("/invariants").body());

    assertThat(told.getBoolean("ok")).isTrue();
    assertThat(told.getString("at")).isEqualTo(NOW.toString());
    assertThat(told.getJsonArray("invariants").getJsonObject(0))
        .isEqualTo(new JsonObject("{\"id\":\"I1\",\"ok\":true,\"rule\":\"one\",\"offending\":[]}"));
    assertThat(scrape()).contains("tollgate_invariant_violations_total{invariant=\"I3\"} 0.0");
  }

  @Test
  void aRoundSaysHowFarTheProofHasCome() {
    var told = new JsonObject(ask("/invariants").body());

    assertThat(told.getJsonObject("proven"))
        .isEqualTo(
            new JsonObject(
                """
                {"operations_below": 30001, "pages": 4, "pages_unread": 1,
                 "since": "2026-11-22T01:59:00Z", "whole_at": "2026-11-22T02:00:00Z"}
                """));
    assertThat(scrape())
        .contains(
            "tollgate_invariant_last_whole_timestamp_seconds " + (double) NOW.getEpochSecond());
  }

  @Test
  void theWholeIsProvenOnDemand() {
    database.old = List.of("210/1");

    assertThat(new JsonObject(ask("/invariants").body()).getBoolean("ok")).isTrue();
    assertThat(ask("/invariants?whole=true").body()).contains("\"ok\":false", "210/1");
  }

  @Test
  void invariantsThatAreBrokenNameTheIds() {
    database.offending = List.of("210/7");

    var told = new JsonObject(ask("/invariants").body());

    assertThat(told.getBoolean("ok")).isFalse();
    assertThat(told.getJsonArray("invariants").getJsonObject(1).encode())
        .contains("\"ok\":false", "\"offending\":[\"210/7\"]");
    assertThat(scrape()).contains("tollgate_invariant_violations_total{invariant=\"I3\"} 1.0");
  }

  @Test
  void gaugesOfTheDatabaseAreScraped() {
    assertThat(scrape())
        .contains(
            "tollgate_payments_open 5.0",
            "tollgate_status_unknown_open 1.0",
            "tollgate_payouts_in_doubt 4.0",
            "tollgate_refunds_in_doubt 6.0",
            "tollgate_payments_overdue 2.0",
            "tollgate_outbox_due 3.0",
            "tollgate_outbox_exhausted 1.0",
            "tollgate_outbox_oldest_due_age_seconds 4.5",
            "tollgate_ledger_imbalance_minor_units{currency=\"MYR\"} -1.0",
            "tollgate_suspense_minor_units{currency=\"IDR\",kind=\"late_success\"} 500.0",
            "tollgate_owed_minor_units{currency=\"MYR\"} 30.0",
            "tollgate_events_unnumbered 7.0",
            "tollgate_events_oldest_unnumbered_age_seconds 1.5",
            "tollgate_wallet_drift_accounts 1.0",
            "tollgate_duplicate_credits 2.0",
            "tollgate_db_clock_skew_seconds 2.0",
            "tollgate_build_info{version=\"1.2.3\"} 1");
  }

  private String scrape() {
    return ask("/metrics").body();
  }

  private int status(String path) {
    return ask(path).statusCode();
  }

  private HttpResponse<String> ask(String path) {
    try {
      var uri = URI.create("http://127.0.0.1:" + port + path);
      var answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.version()).as("no upgrade in clear text").isEqualTo(HTTP_1_1);
      return answer;
    } catch (Exception e) {
      throw new AssertionError(path, e);
    }
  }
}

package tollgate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tollgate.support.Postgres;

/** The whole gateway with its demo, started as a newcomer starts it but for the database. */
class RunningTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern CURL = Pattern.compile("-d '(\\{.+})' '(http[^']+)'");
  private static final Pattern METRIC = Pattern.compile("tollgate_[a-z_]+");

  /**
   * A late success, a credit and a fee owed, so that there is something to count in every
   * currency's row.
   */
  private static final String BOOK =
      """
      insert into posting values
          (210, 900001, 1, 'clearing:1', 'merchant', 500, 'MYR', now(), 1, 500),
          (210, 900002, 2, 'clearing:1', 'suspense', 500, 'MYR', now(), null, null),
          (210, 900001, 8, 'owed', 'fees', 5, 'MYR', now(), null, null);
      insert into balance values (210, 'merchant', 'MYR', 500, 1);
      """;

  private static final Stops STOPS = new Stops();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static String said;
  private static String address;
  private static String operations;

  @BeforeAll
  static void start() throws Exception {
    var database = Postgres.fresh();
    Postgres.execute(database.database(), BOOK);
    address = "http://127.0.0.1:" + freePort();
    operations = "http://127.0.0.1:" + freePort();
    var environment =
        Map.of(
            "TOLLGATE_HTTP_PORT", port(address),
            "TOLLGATE_OPERATIONS_PORT", port(operations),
            "TOLLGATE_EMBEDDED_ON", "false",
            "TOLLGATE_DATABASE_PORT", Integer.toString(database.port()),
            "TOLLGATE_DATABASE_DATABASE", database.database(),
            "TOLLGATE_DATABASE_OWNER", database.owner());
    var files = List.of(Path.of("config/tollgate.yaml"), Path.of("config/demo.yaml"));
    var usual = System.out;
    var heard = new ByteArrayOutputStream();
    System.setOut(new PrintStream(heard, true, UTF_8));
    try {
      assertThat(Tollgate.start(files, environment, STOPS)).isZero();
    } finally {
      System.setOut(usual);
    }
    said = heard.toString(UTF_8);
  }

  @AfterAll
  static void stop() {
    STOPS.runAll();
  }

  @Test
  void theCommandThatIsPrintedWorksAndTheMerchantIsTold() throws Exception {
    var curl = CURL.matcher(said);
    assertThat(curl.find()).isTrue();

    assertThat(post(curl.group(2), curl.group(1))).contains("\"status\":\"success\"");
    await(address + "/demo/webhooks?project=210", "\"verified\":true");
  }

  @Test
  void itIsReady() throws Exception {
    assertThat(ask(operations + "/readyz")).isEqualTo("ok\n");
    assertThat(ask(operations + "/startupz")).isEqualTo("ok\n");
    assertThat(ask(address + "/")).contains("<html");
  }

  @Test
  void everyMetricThatAnAlertOrTheRunbookNamesIsScraped() throws Exception {
    post(address + "/v2/payment/status", "{}");
    post(address + "/callbacks/1", "MerchantCode=TOLLGATE&Signature=forged");
    form(address + "/demo/topups", "way=211/gopay&amount=15000&description=");
    await(operations + "/metrics", "tollgate_ledger_imbalance_minor_units{");
    await(operations + "/metrics", "tollgate_http_requests_total{");
    await(operations + "/metrics", "tollgate_provider_callbacks_total{");
    await(operations + "/metrics", "tollgate_provider_requests_total{");

    var scraped = ask(operations + "/metrics");
    var named = new TreeSet<String>();
    for (var file : List.of("config/alerts.yaml", "src/site/markdown/runbook.md")) {
      var names = METRIC.matcher(Files.readString(Path.of(file)));
      while (names.find()) named.add(names.group());
    }
    named.removeIf(name -> name.startsWith("tollgate_api_errors"));
    assertThat(named)
        .hasSizeGreaterThan(15)
        .allSatisfy(name -> assertThat(scraped).contains("\n" + name));
  }

  @Test
  void promtoolFindsNothingWrongWithTheAlerts() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/promtool")), "promtool is not installed");

    assertThat(run("promtool", "check", "config", "config/prometheus.yaml")).isZero();
    assertThat(run("promtool", "test", "rules", "config/alerts-test.yaml")).isZero();
    assertThat(run("promtool", "test", "rules", "config/alerts-slow-test.yaml")).isZero();
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void await(String url, String text) throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!ask(url).contains(text)) {
      assertThat(System.nanoTime()).as("no %s at %s in time", text, url).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static String ask(String url) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url)).build());
  }

  private static String post(String url, String body) throws Exception {
    return post(url, "application/json", body);
  }

  private static void form(String url, String fields) throws Exception {
    post(url, "application/x-www-form-urlencoded", fields);
  }

  private static String post(String url, String type, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    return send(request.build());
  }

  private static String send(HttpRequest request) throws Exception {
    return CLIENT.send(request, BodyHandlers.ofString()).body();
  }

  private static String port(String url) {
    return Integer.toString(URI.create(url).getPort());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

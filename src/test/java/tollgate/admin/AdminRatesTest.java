package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates over HTTP. */
class AdminRatesTest {

  private static final String FIRST = "{\"rate\":\"4.7125\",\"until\":\"2027-01-01T00:00:00Z\"}";
  private static final String SECOND =
      """
      {"rate":"4.72","since":"2026-01-01T00:00:00Z","until":"2027-01-01T00:00:00Z"}
      """;

  private AdminServer server;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    server = new AdminServer(folder);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRateIsPutReplacedAndTakenAway() {
    var rates = "/admin/v1/centres/demo/rates";
    ok(201, put(rates + "/USD-MYR", FIRST));
    var seen = server.get(rates + "/USD-MYR");
    ok(428, put(rates + "/USD-MYR", seen.body().strip()));
    ok(200, put(rates + "/USD-MYR", SECOND, "If-Match", etag(seen)));

    assertThat(server.get(rates).body()).contains("\"id\":\"USD-MYR\"", "\"rate\":\"4.72\"");
    assertThat(rate("2026-06-01T00:00:00Z")).isEqualTo("4.72");
    assertThat(rate("2025-12-31T23:59:59Z")).isNull();
    assertThat(rate("2027-01-01T00:00:00Z")).isNull();
    ok(204, server.send("DELETE", rates + "/USD-MYR", null, "If-Match", "*"));
    assertThat(rate("2026-06-01T00:00:00Z")).isNull();
  }

  private @Nullable String rate(String at) {
    var usd = Currency.getInstance("USD");
    var myr = Currency.getInstance("MYR");
    var gateway =
        server.directory.get().centres().get("demo").gateways().stream().findFirst().orElseThrow();
    var rate = server.directory.get().rate(gateway, usd, myr, Instant.parse(at));
    return rate == null ? null : rate.decimal();
  }

  private HttpResponse<String> put(String path, String body, String... headers) {
    return server.send("PUT", path, body, headers);
  }

  private static void ok(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("etag").orElseThrow();
  }
}

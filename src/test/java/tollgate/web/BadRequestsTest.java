package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.GateServer.now;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.json.Json;

/** Every bad request has its code, and leaves nothing behind. */
class BadRequestsTest {

  private static final int CASES_MIN = 500;

  private static GateServer server;
  private static String wallet;

  @BeforeAll
  static void start() {
    server = GateServer.start();
    wallet = now(server.store.wallets().open(TestTenants.PROJECT, "cust-88")).number();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<String> lines() throws IOException {
    return Stream.concat(lines("bad-requests.txt"), lines("bad-data-requests.txt"));
  }

  private static Stream<String> lines(String file) throws IOException {
    try (var in = BadRequestsTest.class.getResourceAsStream("/web/" + file)) {
      var text = new String(in.readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void isRefused(String line) {
    var bad = BadRequest.read(line);

    var response = server.send(bad.on(server, wallet));

    assertThat(response.statusCode()).isEqualTo(bad.status());
    assertThat(response.headers().firstValue("server")).isEmpty();
    assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    var body = GateServer.read(response.body());
    assertThat(at(body, "status")).isEqualTo("error");
    assertThat(at(body, "code")).isEqualTo(bad.code());
    assertThat(at(body, "errors.0.code")).isEqualTo(bad.code());
    assertThat(at(body, "errors.0.field")).isEqualTo(bad.field());
    assertThat(isRemembered(body)).isEqualTo(bad.remembered());
    assertThat(server.store.journal()).isEmpty();
    assertThat(now(server.store.wallets().findByCustomer(TestTenants.PROJECT, "cust-99")))
        .isEmpty();
  }

  /** Only what is remembered has an id to ask about. */
  private static boolean isRemembered(Json.Obj body) {
    var requestId = at(body, "request_id");
    if (requestId.isEmpty()) return false;

    var project = Long.parseLong(at(body, "project_id"));
    return now(server.store.refusals().find(project, requestId)).isPresent();
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(lines()).hasSizeGreaterThanOrEqualTo(CASES_MIN).doesNotHaveDuplicates();
  }
}

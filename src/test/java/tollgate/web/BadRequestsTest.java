package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request has its code, and leaves nothing behind. */
class BadRequestsTest {

  private static final int CASES_MIN = 110;

  private static GateServer server;
  private String wallet;

  @BeforeAll
  static void start() {
    server = GateServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void oneWallet() {
    server.payments.clear();
    server.wallets.clear();
    server.desk.clear();
    wallet = server.wallets.add(TestTenants.PROJECT, "cust-88").number();
  }

  static Stream<String> lines() throws IOException {
    try (var in = BadRequestsTest.class.getResourceAsStream("/web/bad-requests.txt")) {
      var text = new String(in.readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void isRefused(String line) {
    var bad = BadRequest.read(line);
    var remembered = server.refusals.count();

    var response = server.send(bad.on(server, wallet));

    assertThat(response.statusCode()).isEqualTo(bad.status());
    assertThat(response.headers().firstValue("server")).isEmpty();
    assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    var body = GateServer.read(response.body());
    assertThat(GateServer.at(body, "status")).isEqualTo("error");
    assertThat(GateServer.at(body, "code")).isEqualTo(bad.code());
    assertThat(GateServer.at(body, "errors.0.code")).isEqualTo(bad.code());
    assertThat(GateServer.at(body, "errors.0.field")).isEqualTo(bad.field());
    assertThat(server.payments.all()).isEmpty();
    assertThat(server.wallets.count()).isEqualTo(1);
    assertThat(server.refusals.count() - remembered).isEqualTo(bad.remembered() ? 1 : 0);
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(lines()).hasSizeGreaterThanOrEqualTo(CASES_MIN).doesNotHaveDuplicates();
  }
}

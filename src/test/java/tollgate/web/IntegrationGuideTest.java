package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The integration guide is a program: its shell blocks, pasted one after another, must work. */
class IntegrationGuideTest {

  private static final Path GUIDE = Path.of("src/site/markdown/integration.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```sh\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void worksWhenPasted() throws Exception {
    assumeTrue(areThere("curl", "openssl"), "curl and openssl are not installed");
    try (var server = GateServer.start()) {
      var said = run(script().replace("127.0.0.1:8080", "127.0.0.1:" + server.port()));

      var lines = said.lines().toList();
      assertThat(lines).hasSize(19);
      assertThat(lines.get(0)).isEqualTo("{\"status\":\"success\"}");
      assertThat(lines.get(1)).contains("\"account_id\":\"000000000018\"");
      assertThat(lines.get(2)).startsWith("{\"status\":\"success\",\"request_id\":\"");
      assertThat(lines.get(3)).contains("\"status\":\"processing\"");
      assertThat(lines.get(4)).contains("\"code\":\"3061\"");
      assertThat(lines.get(5)).contains("\"status\":\"processing\"");
      assertThat(lines.get(6)).contains("\"events\":[],\"next\":0");
      assertThat(lines.get(7)).contains("\"balances\":[]");
      assertThat(lines.get(8)).contains("\"entries\":[]");
      assertThat(lines.get(9)).contains("{\"code\":\"touchngo\"");
      assertThat(lines.get(10)).startsWith("{\"status\":\"success\",\"request_id\":\"");
      assertThat(lines.get(11)).startsWith("{\"status\":\"success\",\"request_id\":\"");
      assertThat(lines.get(12)).contains("\"code\":\"3610\"");
      assertThat(lines.get(13)).contains("\"operation_type\":\"payout\"");
      assertThat(lines.get(14)).contains("\"operation_code\":\"3028\"");
      assertThat(lines.get(15)).startsWith("{\"balance\":[");
      assertThat(lines.get(16)).startsWith("{\"status\":\"success\",\"request_id\":\"");
      assertThat(lines.get(17)).contains("\"status\":\"awaiting payment\"").contains("/link/210-");
      assertThat(lines.get(18)).startsWith("{\"status\":\"success\",\"request_id\":\"");
      assertThat(server.store.allPayments()).hasSize(4);
    }
  }

  private static String script() throws IOException {
    return BLOCK
        .matcher(Files.readString(GUIDE))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining("\n", "set -eu\n", ""));
  }

  private static boolean areThere(String... programs) throws Exception {
    for (var program : programs) {
      if (!Files.isExecutable(Path.of("/usr/bin", program))) return false;
    }
    return true;
  }

  private static String run(String script) throws Exception {
    var process = new ProcessBuilder("sh").redirectErrorStream(true).start();
    try (var in = process.outputWriter(UTF_8)) {
      in.write(script);
    }
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}

package tollgate.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that keep no rules of HTTP, or none of politeness. */
@Timeout(20)
class RoughClientsTest {

  private static final WebOptions.Limits HASTY =
      new WebOptions.Limits(
          1000, 500, 1000, Duration.ofMillis(300), Duration.ofMillis(600), Duration.ofSeconds(1));

  private static GateServer server;

  @BeforeAll
  static void start() {
    server = new GateServer(Loopback.options(HASTY, WebOptions.Waiting.DEFAULT, null));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /%zz HTTP/1.1                            | 400
          GET /v2/%zz HTTP/1.1                         | 400
          POST /callbacks/%37%00 HTTP/1.1              | 404
          GET / HTTP/9.9                               | 501
          NONSENSE                                     | 400
          GET /LONG HTTP/1.1                           | 414
          GET / HTTP/1.1\\r\\nX-Long: LONG             | 431
          POST /v2/payment/status HTTP/1.1\\r\\nContent-Length: 5000\\r\\nExpect: 100-continue | 100
          """)
  void isAnsweredAndNothingElse(String head, int status) throws IOException {
    var text = head.replace("\\r\\n", "\r\n").replace("LONG", "x".repeat(3000));

    assertThat(talk(text + "\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/")
        .contains(" " + status + " ");
  }

  @Test
  void aBodyThatDripsIsCutOff() throws IOException {
    var answer =
        talk("POST /v2/payment/status HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{\"a");

    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"702\"");
  }

  /** The first two come together, the third and fourth after a while, each alone. */
  @Test
  void aBodyInPiecesIsOneBody() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var out = socket.getOutputStream();
      var head = "POST /callbacks/7 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
      out.write((head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(ISO_8859_1));
      for (var piece : List.of("3\r\na=1\r\n2\r\n&b\r\n", "1\r\n=\r\n", "3\r\n234\r\n0\r\n\r\n")) {
        out.write(piece.getBytes(ISO_8859_1));
        out.flush();
        Thread.sleep(40);
      }
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
    assertThat(server.desk.heard().getLast()).endsWith("a=1&b=234");
  }

  @Test
  void headersThatNeverEndAreCutOff() throws IOException {
    assertThat(talk("POST /v2/payment/status HTTP/1.1\r\nHost: x\r\n")).isEmpty();
  }

  @Test
  void anEndlessBodyIsRefusedAndCutOff() throws IOException {
    var heard = server.desk.heard();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var out = socket.getOutputStream();
      out.write(
          "POST /callbacks/7 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
              .getBytes(ISO_8859_1));
      var chunk = ("3e8\r\n" + "x".repeat(1000) + "\r\n").getBytes(ISO_8859_1);

      assertThat(writtenUntilCut(socket, chunk)).isLessThan(30_000_000);
    }
    assertThat(server.desk.heard()).isEqualTo(heard);
  }

  @Test
  void whoHangsUpIsNotCountedForEver() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var half = "POST /v2/payment/status HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{";
      socket.getOutputStream().write(half.getBytes(ISO_8859_1));
      awaitInFlight("1");
    }
    awaitInFlight("0");
  }

  private static void awaitInFlight(String count) {
    while (!server.registry.scrape().contains("tollgate_http_in_flight " + count)) {
      Thread.onSpinWait();
    }
  }

  private static long writtenUntilCut(Socket socket, byte[] chunk) {
    long written = 0;
    try {
      while (written < 30_000_000) {
        socket.getOutputStream().write(chunk);
        written += chunk.length;
      }
    } catch (IOException cut) {
      return written;
    }
    return written;
  }

  /** What comes back until the server closes, or until it has waited long enough. */
  private static String talk(String text) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}

package tollgate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tollgate.support.Postgres;

/** A start that cannot succeed ends with one clear line, and leaves nothing running. */
class StartTest {

  private final Stops stops = new Stops();
  private final PrintStream usual = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir Path folder;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(said, true, UTF_8));
  }

  @AfterEach
  void stop() {
    System.setErr(usual);
    stops.runAll();
  }

  @Test
  void wrongSettingsAreTwo() {
    assertThat(start(Map.of("TOLLGATE_ENGINE_BATCHES_MAX", "many"))).isEqualTo(2);
    assertThat(said())
        .isEqualTo(
            "tollgate: a setting is wrong\n  engine.batchesMax: must be a whole number, not \"many\""
                + " (environment TOLLGATE_ENGINE_BATCHES_MAX)\n");
  }

  @Test
  void noDatabase() throws Exception {
    var port = freePort();

    assertThat(start(Map.of("TOLLGATE_DATABASE_PORT", port))).isEqualTo(1);
    assertOneLine("tollgate: database 127.0.0.1:" + port + "/tollgate: ");
    assertThat(said()).contains("refused");
  }

  @Test
  void aDatabaseThatTakesNoWrites() {
    var environment = onDatabase(Map.of());
    var name = environment.get("TOLLGATE_DATABASE_DATABASE");
    Postgres.execute(name, "alter database " + name + " set default_transaction_read_only = on");

    assertThat(start(environment)).isEqualTo(1);
    assertOneLine("tollgate: database");
    assertThat(said()).contains("read-only");
  }

  @Test
  void theOperationsPortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var port = Integer.toString(taken.getLocalPort());

      assertThat(start(onDatabase(Map.of("TOLLGATE_OPERATIONS_PORT", port)))).isEqualTo(1);
      assertOneLine("tollgate: operations port 127.0.0.1:" + port + ": ");
      assertThat(said()).containsIgnoringCase("address already in use");
    }
  }

  @Test
  void thePublicPortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var port = Integer.toString(taken.getLocalPort());

      assertThat(start(onDatabase(Map.of("TOLLGATE_HTTP_PORT", port)))).isEqualTo(1);
      assertOneLine("tollgate: public port 0.0.0.0:" + port + ": ");
    }
  }

  @Test
  void theCertificateIsNotThere() {
    var environment =
        Map.of(
            "TOLLGATE_HTTP_TLS_CERTIFICATE_PATH", folder.resolve("no.crt").toString(),
            "TOLLGATE_HTTP_TLS_KEY_PATH", folder.resolve("no.key").toString());

    assertThat(start(onDatabase(environment))).isEqualTo(1);
    assertOneLine("tollgate: public port 0.0.0.0:0: ");
    assertThat(said()).contains("there is no file", "no.");
  }

  @Test
  void theCertificateIsNone() throws Exception {
    var crt = Files.writeString(folder.resolve("bad.crt"), "not a certificate");
    var key = Files.writeString(folder.resolve("bad.key"), "not a key");
    var environment =
        Map.of(
            "TOLLGATE_HTTP_TLS_CERTIFICATE_PATH", crt.toString(),
            "TOLLGATE_HTTP_TLS_KEY_PATH", key.toString());

    assertThat(start(onDatabase(environment))).isEqualTo(1);
    assertOneLine("tollgate: public port 0.0.0.0:0: ");
  }

  /** A file in its place is as good as a disk that takes nothing, and also stops the root user. */
  @Test
  void theDataFolderCannotBeWritten() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "");
    var environment =
        Map.of(
            "TOLLGATE_EMBEDDED_ON",
            "true",
            "TOLLGATE_EMBEDDED_FOLDER",
            file.resolve("data").toString());

    assertThat(start(environment)).isEqualTo(1);
    assertOneLine(
        "tollgate: embedded database in " + file.resolve("data") + ": cannot be written: ");
  }

  /** The disk of a test is never full, but there is always more than it has. */
  @Test
  void theDiskIsFull() {
    var environment =
        Map.of(
            "TOLLGATE_EMBEDDED_ON", "true",
            "TOLLGATE_EMBEDDED_FOLDER", folder.toString(),
            "TOLLGATE_EMBEDDED_FREE_BYTES_MIN", Long.toString(Long.MAX_VALUE));

    assertThat(start(environment)).isEqualTo(1);
    assertOneLine("tollgate: embedded database in " + folder + ": only ");
    assertThat(said()).contains("MiB of the disk are free, embedded.freeBytesMin is ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withADatabaseAndFreePortsItRunsAndStops() throws Exception {
    var ofOthers = eventLoops();
    assertThat(start(onDatabase(Map.of()))).isZero();
    assertThat(said()).isEmpty();
    var ours = eventLoops();
    ours.removeAll(ofOthers);

    stops.runAll();
    for (var loop : ours) loop.join(Duration.ofSeconds(5));
    assertThat(ours).isNotEmpty().noneMatch(Thread::isAlive);
  }

  private static Set<Thread> eventLoops() {
    var loops = new HashSet<>(Thread.getAllStackTraces().keySet());
    loops.removeIf(thread -> !thread.getName().startsWith("vert.x-eventloop"));
    return loops;
  }

  private int start(Map<String, String> environment) {
    var all = new HashMap<String, String>();
    all.put("TOLLGATE_HTTP_PORT", "0");
    all.put("TOLLGATE_OPERATIONS_PORT", "0");
    all.putAll(environment);
    var code = Tollgate.start(List.of(Path.of("config/tollgate.yaml")), all, stops);
    if (code != 0) stops.runAll();
    return code;
  }

  private static Map<String, String> onDatabase(Map<String, String> environment) {
    var options = Postgres.fresh();
    var all = new HashMap<>(environment);
    all.put("TOLLGATE_DATABASE_HOST", options.host());
    all.put("TOLLGATE_DATABASE_PORT", Integer.toString(options.port()));
    all.put("TOLLGATE_DATABASE_DATABASE", options.database());
    all.put("TOLLGATE_DATABASE_OWNER", options.owner());
    return all;
  }

  private void assertOneLine(String start) {
    assertThat(said()).startsWith(start).endsWith("\n");
    assertThat(said().lines()).hasSize(1);
  }

  private String said() {
    return said.toString(UTF_8);
  }

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}

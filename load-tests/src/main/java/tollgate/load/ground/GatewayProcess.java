package tollgate.load.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The gateway as a process of its own, on an embedded database in a folder of the run. */
public final class GatewayProcess implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(120);
  private static final long STOP_SECONDS_MAX = 40;

  /** Without a limit here, one probe that nobody answers would hold up the whole run. */
  private static final int PROBE_MILLIS_MAX = 1_000;

  private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+\\.\\d+)ms$");

  private final Path data;
  private final Path log;
  private final Path garbage;
  private final int port;
  private final int operationsPort;
  private Process process;
  private Duration startUp = Duration.ZERO;

  /** Its data, its log and the log of its garbage collector begin with the name. */
  GatewayProcess(Path results, String name) throws IOException {
    data = results.resolve(name + "-data");
    log = results.resolve(name + ".log");
    garbage = results.resolve(name + "-gc.log");
    port = freePort();
    operationsPort = freePort();
  }

  /** Starts it, with more options of its JVM, and waits until it is ready; the time that took is kept. */
  public void start(String... options) throws IOException, InterruptedException {
    var home = Path.of("..").toAbsolutePath().normalize();
    var builder = new ProcessBuilder(command(home, options)).directory(home.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var environment = builder.environment();
    environment.put("TOLLGATE_HTTP_PORT", Integer.toString(port));
    environment.put("TOLLGATE_OPERATIONS_PORT", Integer.toString(operationsPort));
    environment.put("TOLLGATE_EMBEDDED_FOLDER", data.toString());
    var begin = System.nanoTime();
    process = builder.start();
    while (!isReady()) {
      if (!process.isAlive()) throw new IllegalStateException("gateway ended, see " + log);
      if (System.nanoTime() - begin > START_MAX.toNanos()) {
        throw new IllegalStateException("gateway is not ready after " + START_MAX);
      }
      Thread.sleep(20);
    }
    startUp = Duration.ofNanos(System.nanoTime() - begin);
  }

  private List<String> command(Path home, String... options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvm().split(" ")));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-Xlog:gc:file=" + garbage + ":tags:filecount=0",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            System.getProperty("load.jar", home.resolve("target/tollgate.jar").toString()),
            "config/tollgate.yaml",
            "config/demo.yaml",
            Path.of("load.yaml").toAbsolutePath().toString()));
    return command;
  }

  /** The options of its JVM. */
  static String jvm() {
    return Objects.requireNonNull(System.getProperty("load.jvm"), "load.jvm is not set");
  }

  private boolean isReady() {
    try {
      var url = URI.create("http://127.0.0.1:" + operationsPort + "/readyz").toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(PROBE_MILLIS_MAX);
      connection.setReadTimeout(PROBE_MILLIS_MAX);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  int operationsPort() {
    return operationsPort;
  }

  public Duration startUp() {
    return startUp;
  }

  long pid() {
    return process.pid();
  }

  /** The embedded server's port, the fourth line of its pid file. */
  int databasePort() {
    return Integer.parseInt(pidFile().get(3).trim());
  }

  long databasePid() {
    return Long.parseLong(pidFile().getFirst().trim());
  }

  /** How long it stood still for its collector since the start, by the collector's own log. */
  double pausedMillis() {
    return Procfs.lines(garbage).stream()
        .map(PAUSE::matcher)
        .filter(pause -> pause.find())
        .mapToDouble(pause -> Double.parseDouble(pause.group(1)))
        .sum();
  }

  private List<String> pidFile() {
    try (var tree = Files.walk(data, 2)) {
      var found = tree.filter(file -> file.endsWith("postmaster.pid")).findFirst();
      return Procfs.lines(found.orElseThrow(() -> new IllegalStateException("no postmaster.pid")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Kills the process as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package tollgate.load;

import java.io.BufferedReader;
import java.io.File;
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
import java.util.concurrent.TimeUnit;

/** The gateway as a process of its own, on an embedded database in a folder of the run. */
final class GatewayProcess implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(120);

  private final Path data;
  private final Path log;
  private final int port;
  private final int operationsPort;
  private Process process;
  private Duration startUp = Duration.ZERO;

  GatewayProcess(Path results) throws IOException {
    data = results.resolve("data");
    log = results.resolve("gateway.log");
    port = freePort();
    operationsPort = freePort();
  }

  /** Without a limit here, one probe that nobody answers would hold up the whole run. */
  private static final int PROBE_MILLIS_MAX = 1_000;

  /** Starts it and waits until it is ready; the time that took is kept. */
  void start() throws IOException, InterruptedException {
    var home = Path.of("..").toAbsolutePath().normalize();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(System.getProperty("load.jvm", "-Xmx208m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders").split(" ")));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            Path.of(System.getProperty("load.jar", home.resolve("target/tollgate.jar").toString())).toString(),
            "config/tollgate.yaml",
            "config/demo.yaml"));
    var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
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

  int port() {
    return port;
  }

  int operationsPort() {
    return operationsPort;
  }

  Duration startUp() {
    return startUp;
  }

  /** The embedded server's port, the fourth line of its pid file. */
  int databasePort() {
    return Integer.parseInt(pidFile().get(3).trim());
  }

  /** Resident memory of the gateway's process in MiB, now and at its highest. */
  long[] residentMiB() {
    var now = 0L;
    var peak = 0L;
    for (var line : lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      if (line.startsWith("VmRSS:")) now = kibibytes(line) / 1024;
      if (line.startsWith("VmHWM:")) peak = kibibytes(line) / 1024;
    }
    return new long[] {now, peak};
  }

  /** CPU that gateway, PostgreSQL and we ourselves have used since they started, in milliseconds. */
  Cpu cpu() {
    var postgres = Long.parseLong(pidFile().getFirst().trim());
    return new Cpu(
        ofTree(process.pid(), postgres),
        ofTree(postgres, -1),
        ticks(ProcessHandle.current().pid()) * 10);
  }

  record Cpu(long gatewayMillis, long postgresMillis, long generatorMillis) {

    Cpu minus(Cpu before) {
      return new Cpu(
          gatewayMillis - before.gatewayMillis,
          postgresMillis - before.postgresMillis,
          generatorMillis - before.generatorMillis);
    }

    /** For one of so many flows. */
    String each(double flows) {
      return "%.3f ms gateway + %.3f ms PostgreSQL (together %.3f), generator %.3f ms"
          .formatted(
              gatewayMillis / flows,
              postgresMillis / flows,
              (gatewayMillis + postgresMillis) / flows,
              generatorMillis / flows);
    }
  }

  private static long ofTree(long pid, long without) {
    var ticks = ticks(pid);
    var handle = ProcessHandle.of(pid);
    if (handle.isPresent()) {
      for (var child : handle.get().descendants().toList()) {
        if (child.pid() != without && !isBelow(child, without)) ticks += ticks(child.pid());
      }
    }
    return ticks * 10;
  }

  private static boolean isBelow(ProcessHandle child, long ancestor) {
    for (var up = child.parent(); up.isPresent(); up = up.get().parent()) {
      if (up.get().pid() == ancestor) return true;
    }
    return false;
  }

  /** User, system and reaped children's time, in hundredths of a second. */
  private static long ticks(long pid) {
    var stat = lines(Path.of("/proc", Long.toString(pid), "stat"));
    if (stat.isEmpty()) return 0;
    var fields = stat.getFirst().substring(stat.getFirst().lastIndexOf(')') + 2).split(" ");
    var ticks = 0L;
    for (int i = 11; i <= 14; i++) ticks += Long.parseLong(fields[i]);
    return ticks;
  }

  private List<String> pidFile() {
    var files = lines(data.resolve("postmaster.pid"));
    if (!files.isEmpty()) return files;
    try (var tree = Files.walk(data, 3)) {
      var found = tree.filter(p -> p.endsWith("postmaster.pid")).findFirst();
      return lines(found.orElseThrow(() -> new IllegalStateException("no postmaster.pid")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> lines(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return reader.lines().toList();
    } catch (IOException gone) {
      return List.of();
    }
  }

  private static long kibibytes(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Kills the process as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  File log() {
    return log.toFile();
  }
}

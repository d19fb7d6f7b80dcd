package tollgate.peer;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A contender's JVM: started with its own words in its own log, stopped as politely as it lets us.
 */
final class Program implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofMinutes(3);
  private static final long STOP_SECONDS_MAX = 15;
  private static final int PROBE_MILLIS_MAX = 2_000;
  private static final int PROBE_EVERY_MILLIS = 100;

  private final Process process;
  private final File log;

  private Program(Process process, File log) {
    this.process = process;
    this.log = log;
  }

  static Program start(List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new Program(builder.start(), log.toFile());
  }

  /** Waits until the address answers 200. */
  void awaitReady(int port, String path) throws InterruptedException {
    var begin = System.nanoTime();
    while (!isReady(port, path)) {
      if (!process.isAlive()) throw new IllegalStateException("it ended, see " + log);
      if (System.nanoTime() - begin > START_MAX.toNanos()) {
        throw new IllegalStateException("not ready after " + START_MAX + ", see " + log);
      }
      Thread.sleep(PROBE_EVERY_MILLIS);
    }
  }

  private static boolean isReady(int port, String path) {
    try {
      var url = URI.create("http://127.0.0.1:" + port + path).toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(PROBE_MILLIS_MAX);
      connection.setReadTimeout(PROBE_MILLIS_MAX);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

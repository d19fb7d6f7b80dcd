package tollgate.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The whole gateway as a process of its own, as a newcomer starts it: embedded database in a folder
 * that is new, sandbox, demo tenants, demo page.
 */
public final class WholeGateway implements AutoCloseable {

  private static final String UP = "Tollgate is up.";
  private static final int START_SECONDS_MAX = 90;
  private static final int STOP_SECONDS_MAX = 30;

  private final Process process;
  private final int port = freePort();
  private final int operationsPort = freePort();

  public WholeGateway(Path data) throws Exception {
    var builder = new ProcessBuilder(command()).redirectErrorStream(true);
    builder.environment().put("TOLLGATE_HTTP_PORT", Integer.toString(port));
    builder.environment().put("TOLLGATE_OPERATIONS_PORT", Integer.toString(operationsPort));
    builder.environment().put("TOLLGATE_EMBEDDED_FOLDER", data.toString());
    process = builder.start();
    var up = new CompletableFuture<Void>();
    Thread.ofVirtual().start(() -> follow(up));
    up.get(START_SECONDS_MAX, TimeUnit.SECONDS);
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        "tollgate.Tollgate",
        "config/tollgate.yaml",
        "config/demo.yaml");
  }

  /** Reads on to the end: a process whose output nobody reads stands still. */
  private void follow(CompletableFuture<Void> up) {
    var said = new ArrayList<String>();
    try (BufferedReader output = process.inputReader()) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (said.size() < 500) said.add(line);
        if (line.contains(UP)) up.complete(null);
      }
      up.completeExceptionally(new IllegalStateException(String.join("\n", said)));
    } catch (IOException broken) {
      up.completeExceptionally(broken);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** What the gateway itself says about the truth of its book. */
  public String invariants() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:" + operationsPort + "/invariants");
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
    if (process.isAlive()) process.destroyForcibly();
  }
}

package tollgate.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a throw-away cluster of Debian's PostgreSQL 15, as its own user when we are root. */
public final class DebianPostgres {

  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final int COMMAND_SECONDS_MAX = 60;

  private DebianPostgres() {}

  public static boolean isInstalled() {
    return Files.isExecutable(PROGRAMS.resolve("initdb"));
  }

  /** The port on which it listens; it ends with this JVM. */
  static int start() throws IOException {
    var folder = Files.createTempDirectory("tollgate-postgres-15-");
    if (isRoot()) command(List.of("chown", "postgres:postgres", folder.toString()));
    int port = freePort();
    program("initdb", "-D", folder.toString(), "-U", "postgres", "-A", "trust", "--no-sync");
    program(
        "pg_ctl",
        "-D",
        folder.toString(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p %d -c listen_addresses=localhost -c unix_socket_directories=%s".formatted(port, folder),
        "start");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
    return port;
  }

  private static void stop(Path folder) {
    try {
      program("pg_ctl", "-D", folder.toString(), "-m", "immediate", "stop");
      command(List.of("rm", "-rf", folder.toString()));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void program(String name, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
    }
    command.add(PROGRAMS.resolve(name).toString());
    command.addAll(List.of(arguments));
    command(command);
  }

  private static void command(List<String> command) throws IOException {
    var process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      boolean ended = process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) throw new IOException("failed: " + command);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

package tollgate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The embedded database of a gateway that was killed: it outlives its gateway, and two servers on
 * one folder would be the end of the data.
 */
final class Leftover {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Leftover() {}

  /** Stops the server of this data folder, if one still runs; true if there was one. */
  static boolean stop(Path data) throws IOException, InterruptedException {
    var process = serverOf(data);
    if (process.isEmpty()) return false;

    process.get().destroy();
    if (!ended(process.get())) {
      // What it has not written to the tables is in its log, so it loses nothing by this.
      process.get().destroyForcibly();
      ended(process.get());
    }
    return true;
  }

  /** The number in the file may belong to anybody by now: it must be a postgres on this folder. */
  private static Optional<ProcessHandle> serverOf(Path data) throws IOException {
    var file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) return Optional.empty();

    var first = Files.readString(file).lines().findFirst().orElse("").strip();
    if (!first.matches("\\d{1,10}")) return Optional.empty();

    return ProcessHandle.of(Long.parseLong(first)).filter(process -> isOn(process, data));
  }

  private static boolean isOn(ProcessHandle process, Path data) {
    var info = process.info();
    var isPostgres = info.command().filter(name -> name.endsWith("/postgres")).isPresent();
    var arguments = info.arguments().map(Arrays::asList);
    return isPostgres && arguments.filter(all -> all.contains(data.toString())).isPresent();
  }

  private static boolean ended(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return !process.isAlive();
    }
  }
}

package tollgate.load.ground;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * PostgreSQL's own programs against the gateway's embedded server, as its superuser. The port is asked
 * for each time: a gateway that was started again has another.
 */
public final class Psql {

  private static final long STATEMENT_SECONDS_MAX = 900;

  private final IntSupplier port;

  Psql(IntSupplier port) {
    this.port = port;
  }

  /** Runs SQL and gives what it selects, unadorned. */
  public String run(String sql) throws IOException {
    return command(STATEMENT_SECONDS_MAX, "psql", "-qAt", "-v", "ON_ERROR_STOP=1", "-c", sql);
  }

  public String command(long secondsMax, String... command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGHOST", "127.0.0.1");
    builder.environment().put("PGPORT", Integer.toString(port.getAsInt()));
    builder.environment().put("PGUSER", "postgres");
    builder.environment().put("PGDATABASE", System.getProperty("load.database", "tollgate"));
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes());
    try {
      if (!process.waitFor(secondsMax, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command[0] + " failed: " + output);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
    return output;
  }
}

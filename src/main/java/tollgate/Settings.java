package tollgate;

import java.nio.file.Path;
import java.time.Duration;
import tollgate.engine.Engine;
import tollgate.operations.OperationsOptions;

/**
 * Every setting there is; {@code config/tollgate.yaml} explains each. Read once at the start,
 * complete or not at all.
 *
 * @param publicUrl where browsers, providers and merchants reach us, without a slash at the end;
 *     {@code ${port}} stands for the public port
 */
public record Settings(
    String publicUrl, Embedded embedded, Engine.Limits engine, OperationsOptions operations) {

  public Settings {
    var address = publicUrl.replace(PORT, "1");
    if (!address.matches("https?://[^/?#\\s][^?#\\s]*")) {
      throw new IllegalArgumentException(
          "publicUrl must be an address such as https://pay.example, not \"" + publicUrl + '"');
    }
    if (publicUrl.endsWith("/")) {
      throw new IllegalArgumentException("publicUrl must not end with a slash");
    }
  }

  /**
   * A PostgreSQL of our own, for a first look and for tests.
   *
   * @param on whether it is started and used in place of {@code database}
   * @param folder where its data is kept from one start to the next
   * @param port 0 takes any that is free
   */
  public record Embedded(boolean on, Path folder, int port) {}

  private static final String PORT = "${port}";

  static final Settings USUAL =
      new Settings(
          "http://127.0.0.1:${port}",
          new Embedded(false, Path.of("data"), 0),
          new Engine.Limits(4, 500, 20_000, 20),
          new OperationsOptions(
              "127.0.0.1",
              9090,
              Duration.ofSeconds(30),
              Duration.ofSeconds(5),
              Duration.ofSeconds(5)));
}

package tollgate;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import tollgate.admin.AdminOptions;
import tollgate.config.DirectoryOptions;
import tollgate.config.KeyOptions;
import tollgate.engine.Engine;
import tollgate.engine.Vitals;
import tollgate.operations.OperationsOptions;
import tollgate.operations.SilenceOptions;
import tollgate.outside.MailOptions;
import tollgate.outside.ProviderOptions;
import tollgate.outside.RaisingOptions;
import tollgate.outside.TimerOptions;
import tollgate.outside.WebhookOptions;
import tollgate.report.ReportOptions;
import tollgate.sandbox.SandboxOptions;
import tollgate.store.DatabaseOptions;
import tollgate.tenant.Secret;
import tollgate.web.DataOptions;
import tollgate.web.LinkTimes;
import tollgate.web.WebOptions;

/**
 * Every setting there is; {@code config/tollgate.yaml} explains each. Read once at the start,
 * complete or not at all.
 *
 * @param publicUrl where browsers, providers and merchants reach us, without a slash at the end;
 *     {@code ${port}} stands for the public port
 * @param stopWithin how long a stop may take before what is left is dropped
 * @param demo whether the demo taxi app is shown
 */
public record Settings(
    String publicUrl,
    Duration stopWithin,
    WebOptions http,
    DatabaseOptions database,
    Embedded embedded,
    Engine.Limits engine,
    ProviderOptions providers,
    WebhookOptions webhooks,
    MailOptions mail,
    LinkTimes links,
    Vitals.Options vitals,
    SilenceOptions silence,
    RaisingOptions raising,
    TimerOptions timers,
    OperationsOptions operations,
    KeyOptions keys,
    DirectoryOptions configuration,
    AdminOptions admin,
    DataOptions data,
    ReportOptions reports,
    Sandbox sandbox,
    boolean demo) {

  private static final String PORT = "${port}";

  public Settings {
    if (!publicUrl.replace(PORT, "1").matches("https?://[^/?#\\s][^?#\\s]*")) {
      throw new IllegalArgumentException(
          "publicUrl must be an address such as https://pay.example, not \"" + publicUrl + '"');
    }
    if (publicUrl.endsWith("/")) {
      throw new IllegalArgumentException("publicUrl must not end with a slash");
    }
    if (engine.batchesMax() + 1 >= database.connectionsMax()) {
      throw new IllegalArgumentException(
          "database.connectionsMax must be greater than engine.batchesMax + 1");
    }
  }

  /** The public address with its port, without a slash at the end. */
  public String address() {
    return publicUrl.replace(PORT, Integer.toString(http.port()));
  }

  URI addressUri() {
    return URI.create(address());
  }

  /**
   * A PostgreSQL of our own, for a first look and for tests.
   *
   * @param on whether it is started and used in place of {@code database}
   * @param folder where its data is kept from one start to the next
   * @param port 0 takes any that is free
   * @param freeBytesMin of the folder's disk, or the start ends with a line that says so
   */
  public record Embedded(boolean on, Path folder, int port, long freeBytesMin) {
    public Embedded {
      if (freeBytesMin < 0) throw new IllegalArgumentException("freeBytesMin must not be negative");
    }
  }

  /**
   * The simulated providers.
   *
   * @param timeScale multiplies the pauses between attempts of a callback
   */
  public record Sandbox(boolean on, double timeScale, SandboxOptions.Limits limits) {}

  static final Settings USUAL =
      new Settings(
          "http://127.0.0.1:${port}",
          Duration.ofSeconds(30),
          WebOptions.plain(8080, 2),
          new DatabaseOptions(
              "127.0.0.1",
              5432,
              "tollgate",
              "tollgate",
              new Secret("tollgate"),
              "tollgate_owner",
              new Secret("tollgate"),
              16,
              10_000,
              Duration.ofSeconds(5),
              Duration.ofSeconds(3),
              Duration.ofSeconds(30),
              Duration.ofSeconds(5),
              DatabaseOptions.Settling.USUAL,
              DatabaseOptions.IdBlocks.USUAL,
              DatabaseOptions.FirstAnswers.USUAL,
              DatabaseOptions.Events.USUAL,
              DatabaseOptions.Audit.USUAL),
          new Embedded(false, Path.of("data"), 0, 134_217_728),
          new Engine.Limits(2, 256, 20_000, 20, Duration.ofMillis(20)),
          ProviderOptions.USUAL,
          WebhookOptions.USUAL,
          MailOptions.USUAL,
          LinkTimes.USUAL,
          Vitals.Options.USUAL,
          SilenceOptions.USUAL,
          RaisingOptions.USUAL,
          TimerOptions.USUAL,
          new OperationsOptions(
              "127.0.0.1",
              9090,
              Duration.ofSeconds(30),
              Duration.ofDays(1),
              Duration.ofSeconds(5),
              Duration.ofHours(1),
              Duration.ofSeconds(2)),
          KeyOptions.USUAL,
          DirectoryOptions.USUAL,
          AdminOptions.USUAL,
          DataOptions.USUAL,
          ReportOptions.USUAL,
          new Sandbox(false, 1, SandboxOptions.Limits.USUAL),
          false);
}

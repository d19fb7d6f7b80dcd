package tollgate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tollgate.config.Binder;
import tollgate.config.Environment;
import tollgate.config.Language;
import tollgate.config.Mistakes;
import tollgate.config.SettingsRefused;
import tollgate.config.Written;
import tollgate.config.YamlFile;
import tollgate.provider.Providers;
import tollgate.tenant.Tenants;

/**
 * Reads everything that can be set: the files in their order, a later one over an earlier one, then
 * the environment over them all.
 */
final class SettingsReader {

  private static final String CENTRES = "settlementCentres";

  private final Mistakes mistakes = new Mistakes();
  private final Environment environment;
  private final Providers providers;

  SettingsReader(Map<String, String> environment, Providers providers) {
    this.environment = new Environment(environment);
    this.providers = providers;
  }

  /**
   * What the gateway is started with.
   *
   * @param tenants those of the files, read, so that a mistake in them stops the start
   * @param centres the same as they are written, with what the environment gave in its place
   */
  record Read(Settings settings, Tenants tenants, Written.Members centres) {}

  Read read(List<Path> files) throws SettingsRefused {
    var written = new Written.Members(Map.of(), "");
    for (var file : files) written = written.under(YamlFile.read(file, mistakes));
    mistakes.refuseIfAny();

    var settings = settings(written.without(CENTRES));
    var read = settings == null ? null : tenants(written, settings);
    // Names of tenants' variables are known only once the settings are sound.
    if (settings != null) environment.refuseUnread(mistakes);
    mistakes.refuseIfAny();
    if (settings == null || read == null) throw new SettingsRefused(mistakes.list());

    var given = written.only(CENTRES);
    for (var each : read.given().entrySet()) {
      given = given.with(List.of(each.getKey().split("\\.", -1)), each.getValue());
    }
    return new Read(settings, read.tenants(), given.section(CENTRES));
  }

  private @Nullable Settings settings(Written.Members written) {
    return new Binder(environment, UnaryOperator.identity(), mistakes)
        .bind(Settings.class, Settings.USUAL, written, "");
  }

  private Language.@Nullable Read tenants(Written.Members written, Settings settings) {
    var language = new Language(providers, settings.address());
    var centres = written.members().get(CENTRES);
    if (centres == null) return language.read(Written.Members.NONE, environment, mistakes);

    return language.read(centres, environment, mistakes);
  }
}

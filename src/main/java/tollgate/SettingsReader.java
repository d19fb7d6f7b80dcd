package tollgate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.provider.Providers;
import tollgate.tenant.Tenants;

/**
 * Reads everything that can be set: the files in their order, a later one over an earlier one, then
 * the environment over them all.
 */
final class SettingsReader {

  private static final String CENTRES = "settlementCentres";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private final Mistakes mistakes = new Mistakes();
  private final Environment environment;
  private final Providers providers;

  SettingsReader(Map<String, String> environment, Providers providers) {
    this.environment = new Environment(environment);
    this.providers = providers;
  }

  /** What the gateway is started with. */
  record Read(Settings settings, Tenants tenants) {}

  Read read(List<Path> files) throws SettingsRefused {
    var written = new Written.Members(Map.of(), "");
    for (var file : files) written = written.under(YamlFile.read(file, mistakes));
    mistakes.refuseIfAny();

    var settings = settings(written.without(CENTRES));
    var tenants = settings == null ? null : tenants(written.only(CENTRES), settings);
    // Names of tenants' variables are known only once the settings are sound.
    if (settings != null) environment.refuseUnread(mistakes);
    mistakes.refuseIfAny();
    if (settings == null || tenants == null) throw new SettingsRefused(mistakes.list());
    return new Read(settings, tenants);
  }

  private @Nullable Settings settings(Written.Members written) {
    return new Binder(environment, UnaryOperator.identity(), mistakes)
        .bind(Settings.class, Settings.USUAL, written, "");
  }

  record Centres(Map<String, Centre> settlementCentres) {}

  private @Nullable Tenants tenants(Written.Members written, Settings settings) {
    var places = Map.of("public", settings.address());
    var binder = new Binder(environment, text -> filled(text, places), mistakes);
    var centres = binder.bind(Centres.class, null, written, "");
    if (centres == null) return null;

    var reader = new TenantsReader(providers, mistakes, binder::where);
    return reader.read(centres.settlementCentres(), CENTRES);
  }

  private static String filled(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> {
          var value = values.get(found.group(1));
          if (value == null) throw new IllegalArgumentException("knows no " + found.group());
          return Matcher.quoteReplacement(value);
        });
  }
}

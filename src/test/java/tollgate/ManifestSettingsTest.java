package tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.config.SettingsRefused;
import tollgate.provider.Providers;

/** What the manifests set is what the gateway reads: a misspelt name would stop every pod. */
class ManifestSettingsTest {

  private static final Path BASE = Path.of("k8s/base");
  private static final Pattern NAME = Pattern.compile("TOLLGATE_[A-Z0-9_]+");
  private static final Pattern WITH_VALUE =
      Pattern.compile("name: (TOLLGATE_[A-Z0-9_]+)\\s+value: *(\\S+)");
  private static final Providers NO_PROVIDERS = Providers.of(List.of());

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("names")
  void everyNameIsASetting(String name) {
    assertThat(isSetting(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TOLLGATE_DATABASE_HOTS",
        "TOLLGATE_DATABASE",
        "TOLLGATE_DATABASE_USER_FILE",
        "TOLLGATE_LOG_FORMAT",
        "TOLLGATE_PUBLICURL",
      })
  void anInventedNameIsNone(String name) {
    assertThat(isSetting(name)).isFalse();
  }

  /** All of them together, with their values: what the container finds when it starts. */
  @Test
  void theGatewayTakesThemAll() throws Exception {
    var environment = new TreeMap<String, String>();
    settings().forEach((name, value) -> environment.put((String) name, (String) value));
    for (var each : WITH_VALUE.matcher(texts()).results().toList()) {
      environment.put(each.group(1), valueOf(each));
    }

    var settings = read(environment).settings();

    assertThat(environment.keySet()).containsExactlyElementsOf(names());
    assertThat(settings.publicUrl()).isEqualTo(environment.get("TOLLGATE_PUBLIC_URL"));
    assertThat(settings.admin().token()).isNotNull();
    assertThat(settings.keys().file()).isNotNull();
    assertThat(settings.keys().generate()).isFalse();
    assertThat(settings.database().password().reveal()).isEqualTo("a secret of the pod");
  }

  /** A file of the pod is not on this machine; one of ours stands for it. */
  private String valueOf(MatchResult variable) throws IOException {
    var value = variable.group(2);
    if (!variable.group(1).endsWith("_FILE")) return value;

    return Files.writeString(folder.resolve(variable.group(1)), "a secret of the pod\n").toString();
  }

  /** A wrong value of a name that is known is another matter. */
  private static boolean isSetting(String name) {
    try {
      read(Map.of(name, "?"));
      return true;
    } catch (SettingsRefused refused) {
      return refused.mistakes().stream()
          .noneMatch(each -> each.rule().equals("there is no setting for this variable"));
    }
  }

  private static SettingsReader.Read read(Map<String, String> environment) throws SettingsRefused {
    return new SettingsReader(environment, NO_PROVIDERS)
        .read(List.of(Path.of("config/tollgate.yaml")));
  }

  private static Properties settings() throws IOException {
    var settings = new Properties();
    try (var lines = Files.newBufferedReader(BASE.resolve("settings.env"))) {
      settings.load(lines);
    }
    return settings;
  }

  private static Set<String> names() throws IOException {
    var names = new TreeSet<String>();
    NAME.matcher(texts()).results().map(MatchResult::group).forEach(names::add);
    return names;
  }

  private static String texts() throws IOException {
    try (var files = Files.walk(BASE)) {
      var all = files.filter(Files::isRegularFile).sorted().map(ManifestSettingsTest::text);
      return String.join("\n", all.toList());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package tollgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.SettingsReader.Read;
import tollgate.config.Binder;
import tollgate.config.Environment;
import tollgate.config.Mistakes;
import tollgate.config.SettingsRefused;
import tollgate.config.YamlFile;
import tollgate.provider.Providers;

/** What people write into settings, right and wrong. */
class SettingsTest {

  private static final Providers NO_PROVIDERS = Providers.of(List.of());

  @TempDir Path folder;

  @Test
  void theFileThatPeopleReadSaysWhatTheProgramDoes() {
    var mistakes = new Mistakes();
    var written = YamlFile.read(Path.of("config/tollgate.yaml"), mistakes);
    var binder = new Binder(new Environment(Map.of()), UnaryOperator.identity(), mistakes);

    // Without a usual record behind it, a setting that the file leaves out would be missed.
    assertThat(binder.bind(Settings.class, null, written, "")).isEqualTo(Settings.USUAL);
    assertThat(mistakes.list()).isEmpty();
  }

  @Test
  void nothingWrittenIsTheUsual() throws Exception {
    assertThat(read("").settings()).isEqualTo(Settings.USUAL);
  }

  @Test
  void aLaterFileGoesOverAnEarlierOneAndTheEnvironmentOverBoth() throws Exception {
    var first =
        file("first.yaml", "operations: {port: 1, host: localhost}\nengine: {batchesMax: 2}");
    var second = file("second.yaml", "operations: {port: 2, checkEvery: 250ms}");
    var environment = Map.of("TOLLGATE_OPERATIONS_PORT", "3", "TOLLGATE_ENGINE_BATCH_MAX", "1_000");

    var settings =
        new SettingsReader(environment, NO_PROVIDERS).read(List.of(first, second)).settings();

    assertThat(settings.operations().port()).isEqualTo(3);
    assertThat(settings.operations().host()).isEqualTo("localhost");
    assertThat(settings.operations().checkEvery()).isEqualTo(Duration.ofMillis(250));
    assertThat(settings.engine().batchesMax()).isEqualTo(2);
    assertThat(settings.engine().batchMax()).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          engine: {batchesMax: eight}            | engine.batchesMax: must be a whole number, not "eight" (FILE:1)
          engine: {batchesMax: 99999999999}      | engine.batchesMax: must be a smaller whole number, not "99999999999" (FILE:1)
          engine: {batchesMax: 1.5}              | engine.batchesMax: must be a whole number, not "1.5" (FILE:1)
          engine: {batchesMax: [1]}              | engine.batchesMax: must be one value (FILE:1)
          engine: {batchesMax: }                 | engine.batchesMax: must be one value (FILE:1)
          engine: 4                         | engine: must be a section with names (FILE:1)
          engin: {batchesMax: 4}            | engin: no such setting
          engine: {lane: 4}                 | engine.lane: no such setting; known here: batchesMax, batchMax
          embedded: {on: yes}               | embedded.on: must be true or false, not "yes" (FILE:1)
          embedded: {on: True}              | embedded.on: must be true or false, not "True" (FILE:1)
          operations: {checkEvery: 30}      | operations.checkEvery: must be a duration such as 250ms, 10s, 2h or 30d, not "30" (FILE:1)
          operations: {checkEvery: 0s}      | operations: checkEvery must be positive (FILE:1)
          operations: {port: 70000}         | operations: port must be 0 to 65535 (FILE:1)
          operations: {port: 1, port: 2}    | port: is written twice (FILE:1)
          publicUrl: pay.example            | publicUrl must be an address such as https://pay.example, not "pay.example"
          publicUrl: https://pay.example/   | publicUrl must not end with a slash
          publicUrl: https://pay.example?a  | publicUrl must be an address such as https://pay.example
          - engine                          | the file must be a list of names with values (FILE:1)
          engine: {batchesMax: 4                 | not YAML:
          http: {port: 99999}               | http: port 99999 (FILE:1)
          http: {tls: {keyPath: k}}         | http.tls.certificatePath: is missing (FILE:1)
          engine: {batchesMax: 15}               | database.connectionsMax must be greater than engine.batchesMax + 1
          database: {idBlocks: {wallets: 0}} | database.idBlocks: wallets must be 1 to 1000000 (FILE:1)
          database: {settling: {rowsMax: 0}} | database.settling: rowsMax must be at least 1 (FILE:1)
          embedded: {freeBytesMin: -1}      | embedded: freeBytesMin must not be negative (FILE:1)
          settlementCentres: [demo]         | settlementCentres: must be a section with names (FILE:1)
          """)
  void aMistakeIsNamedWithItsPathRuleAndPlace(String text, String mistake) {
    assertThat(mistakes(text, Map.of())).contains(mistake.replace("FILE", "folder/a.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TOLLGATE_ENGINE_BATCHES_MAX    | x     | engine.batchesMax: must be a whole number, not "x" (environment TOLLGATE_ENGINE_BATCHES_MAX)
          TOLLGATE_ENGINE_LINES    | 4     | there is no setting for this variable (environment TOLLGATE_ENGINE_LINES)
          TOLLGATE_ENGINE          | 4     | there is no setting for this variable (environment TOLLGATE_ENGINE)
          """)
  void theEnvironmentIsHeldToTheSameRules(String name, String value, String mistake) {
    assertThat(mistakes("", Map.of(name, value))).contains(mistake);
  }

  @Test
  void whatIsNotMeantForUsIsLeftInPeace() throws Exception {
    var environment =
        Map.of(
            "PATH", "/bin",
            "TOLLGATE_LOG", "json",
            "TOLLGATE_SERVICE_HOST", "10.0.0.1",
            "TOLLGATE_PORT", "tcp://10.0.0.1:8080",
            "TOLLGATE_PORT_8080_TCP_PROTO", "tcp",
            "TOLLGATE_OPERATIONS_PORT", "tcp://10.0.0.2:9090");

    assertThat(new SettingsReader(environment, NO_PROVIDERS).read(List.of()).settings())
        .isEqualTo(Settings.USUAL);
  }

  @Test
  void allMistakesAreReportedTogether() {
    var text = "engine: {batchesMax: a}\noperations:\n  port: b\n  prot: 1\n";

    var refused =
        catchThrowableOfType(
            SettingsRefused.class, () -> read(text, Map.of("TOLLGATE_EMBEDDED_PORT", "c")));

    assertThat(refused.mistakes())
        .extracting(Mistakes.Mistake::path)
        .containsExactlyInAnyOrder(
            "embedded.port", "engine.batchesMax", "operations.port", "operations.prot");
    assertThat(refused).hasMessageStartingWith("4 settings are wrong\n  ");
    assertThat(refused.getMessage()).contains("a.yaml:3", "a.yaml:4");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThatThrownBy(() ->
            new SettingsReader(Map.of(), NO_PROVIDERS).read(List.of(folder.resolve("no.yaml"))))
        .hasMessageContaining("there is no such file")
        .hasMessageContaining("no.yaml");
  }

  private Read read(String text) throws Exception {
    return read(text, Map.of());
  }

  private Read read(String text, Map<String, String> environment) throws Exception {
    return new SettingsReader(environment, NO_PROVIDERS).read(List.of(file("a.yaml", text)));
  }

  private String mistakes(String text, Map<String, String> environment) {
    var refused = catchThrowableOfType(SettingsRefused.class, () -> read(text, environment));
    return refused.getMessage().replace(folder.toString(), "folder");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

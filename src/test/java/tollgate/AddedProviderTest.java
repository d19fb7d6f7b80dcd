package tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.provider.Provider;
import tollgate.sandbox.Sandbox;
import tollgate.simulation.dialect.Dialects;

/**
 * What belongs to every adapter, so that whoever adds one is told what is left to do: the steps of
 * add-a-provider.md. What the demo offers is held by {@code ShopTest}.
 */
class AddedProviderTest {

  private static final Path RECORDED = Path.of("src/test/resources/provider");
  private static final Path PAGES = Path.of("src/site/markdown");

  static Stream<String> all() {
    return Tollgate.PROVIDERS.byName().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("all")
  void itsCallbacksAreRecordedAndTheDoctorIsAskedAboutThem(String name) {
    assertThat(RECORDED.resolve(name).resolve("doctor.table")).exists();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSandboxPlaysIt(String name) {
    assertThat(Sandbox.names()).contains(name);
  }

  /** By its gateways there {@code AttemptsMeetTest} knows it too. */
  @ParameterizedTest
  @MethodSource("all")
  void theDemoHasAGatewayOfIt(String name) throws IOException {
    assertThat(Files.readAllLines(Path.of("config/demo.yaml")))
        .contains("        provider: " + name);
  }

  /** No adapter is spared the bad days of the simulation. */
  @ParameterizedTest
  @MethodSource("all")
  void theSimulationSpeaksItsDialect(String name) {
    assertThat(Dialects.ALL).extracting(dialect -> dialect.adapter().name()).contains(name);
  }

  @ParameterizedTest
  @MethodSource("all")
  void thePagesNameIt(String name) throws IOException {
    var methods = provider(name).methods().stream().map(method -> "`" + method.code() + "`");

    for (var page : List.of("sandbox.md", "providers.md")) {
      assertThat(Files.readString(PAGES.resolve(page))).as(page).contains("`" + name + "`");
    }
    assertThat(Files.readString(Path.of("README.md")))
        .containsAnyOf(methods.toArray(String[]::new));
  }

  private static Provider provider(String name) {
    return Tollgate.PROVIDERS.byName().get(name);
  }
}

package tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.Provider;

/** The page of providers says what the adapters need and do. */
class ProvidersPageTest {

  private static final Path PAGE = Path.of("src/site/markdown/providers.md");

  static Stream<Provider> all() {
    return Tollgate.PROVIDERS.byName().values().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatItNeedsIsCalledRequired(Provider provider) throws IOException {
    var page = Files.readString(PAGE);
    var needs = provider.needs();

    assertThat(Stream.concat(needs.fields().stream(), needs.keys().stream()))
        .allSatisfy(name ->
            assertThat(page).containsAnyOf("**`" + name + "`**", "| `" + name + "` | required |"));
  }

  /** The last cell of its line in the first table. */
  @ParameterizedTest
  @MethodSource("all")
  void howItGivesBackIsSaid(Provider provider) throws IOException {
    var line =
        Files.readAllLines(PAGE).stream()
            .filter(each -> each.startsWith("| `" + provider.name() + "` | "))
            .findFirst();

    assertThat(line).get().asString().contains("| " + refunds(provider));
  }

  private static String refunds(Provider provider) {
    return provider
        .refunds()
        .map(refunds -> refunds instanceof OnceOnlyRefunds ? "once" : "by key")
        .orElse("none");
  }
}

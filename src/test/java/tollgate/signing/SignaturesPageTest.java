package tollgate.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.signing.GateSignatureTest.object;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;
import tollgate.tenant.Secret;

/** The page that merchants read is right to the last character. */
class SignaturesPageTest {

  private static final Path PAGE = Path.of("src/site/markdown/signatures.md");
  private static final Secret SECRET = new Secret("demo-secret-210");

  @Test
  void itsRequestIsSigned() throws Exception {
    var request =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("{\"general\""))
            .findFirst()
            .orElseThrow();

    assertThat(GateSignature.verify(object(request), Place.GENERAL, SECRET))
        .isEqualTo(Verdict.RIGHT);
  }

  @Test
  void itsKeyIsTheOneForLibraries() throws Exception {
    assertThat(Files.readString(PAGE))
        .contains("Webhook(\"" + StandardWebhooks.libraryKey(SECRET).reveal() + "\")");
  }
}

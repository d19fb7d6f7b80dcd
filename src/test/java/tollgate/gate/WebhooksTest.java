package tollgate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.json.Json;
import tollgate.signing.GateSignature;
import tollgate.tenant.Secret;

class WebhooksTest {

  private static final GateSignature KEYS = GateSignature.with(new Secret("demo-secret-210"));
  private static final String WRITTEN = "{\"b\":{\"c\":\"Größe\"},\"a\":1}";

  @Test
  void theSignatureIsTheLastMemberOfWhatWasWritten() {
    var message = Json.object().put("b", Json.object().put("c", "Größe")).put("a", 1).build();

    assertThat(signed(WRITTEN)).isEqualTo(KEYS.signed(message).encode());
    assertThat(signed(WRITTEN)).startsWith(WRITTEN.substring(0, WRITTEN.length() - 1) + ',');
  }

  /** So a release that signed when it wrote can leave behind what it has not told yet. */
  @Test
  void whatIsSignedAlreadyStaysAsItIs() {
    var older = GateSignature.with(new Secret("older"));
    var left = new String(Webhooks.signed(WRITTEN.getBytes(UTF_8), older), UTF_8);

    assertThat(signed(left)).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"a\":1,\"a\":2}"})
  void whatIsNoObjectIsNotSigned(String broken) {
    assertThatIllegalStateException().isThrownBy(() -> signed(broken));
  }

  private static String signed(String body) {
    return new String(Webhooks.signed(body.getBytes(UTF_8), KEYS), UTF_8);
  }
}

package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.tenant.Secret;

class HmacTest {

  /** RFC 4231: case 2, a short key; case 6, a key longer than a block (131 bytes 0xaa). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jefe | what do ya want for nothing? | 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843 | 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737
          long | Test Using Larger Than Block-Size Key - Hash Key First | 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54 | 80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598
          """)
  void agreesWithTheStandard(String key, String message, String sha256, String sha512) {
    var bytes =
        key.equals("long") ? HexFormat.of().parseHex("aa".repeat(131)) : key.getBytes(UTF_8);

    assertThat(Hmac.sha256(bytes).hex(message)).isEqualTo(sha256);
    assertThat(Hmac.sha512(bytes).hex(message)).isEqualTo(sha512);
  }

  @Test
  void partsAreOneMessage() {
    var hmac = Hmac.sha256(new Secret("k"));

    assertThat(hmac.of("ab".getBytes(UTF_8), new byte[0], "c".getBytes(UTF_8)))
        .isEqualTo(hmac.of("abc".getBytes(UTF_8)));
    assertThat(hmac.of()).isEqualTo(hmac.of(new byte[0]));
  }

  /** One key serves all event loops at once. */
  @Test
  void isSafeForManyThreads() {
    var hmac = Hmac.sha512(new Secret("k"));
    var expected = IntStream.range(0, 2_000).mapToObj(i -> hmac.base64("m" + i)).toList();

    assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> hmac.base64("m" + i)).toList())
        .isEqualTo(expected);
  }

  @Test
  void comparesWhole() {
    assertThat(Hmac.sameInConstantTime("abc", "abc")).isTrue();
    assertThat(Hmac.sameInConstantTime("abc", "abd")).isFalse();
    assertThat(Hmac.sameInConstantTime("abc", "ab")).isFalse();
    assertThat(Hmac.sameInConstantTime("", "")).isTrue();
    assertThat(Hmac.sameInConstantTime("é", "e")).isFalse();
    assertThat(Hmac.sameInConstantTime(new byte[] {1}, new byte[] {1})).isTrue();
  }

  @Test
  void anEmptyKeyIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Hmac.sha512(new byte[0]));
  }
}

package tollgate.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.provider.SignedText.part;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.provider.NamedKey;
import tollgate.provider.Proof;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.signing.Digest;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/** A signature that does not hold, and the one mistake with which it would. */
class NearMissesTest {

  private static final String KEY = "the-key";
  private static final Gateway GATEWAY =
      new Gateway(
          7,
          "acme",
          URI.create("https://acme.example"),
          Map.of(),
          Map.of("second", new Secret(KEY), "first", new Secret("other-key")),
          GatewayTerms.USUAL);

  private static final SignedText TEXT =
      new SignedText(
          ":",
          List.of(
              part("sum", "100.50"),
              part("number", "17"),
              SignedText.KEY,
              part("who", "Анна Б"),
              part("empty", "")));

  /** The text as it should have been signed is {@code 100.50:17:the-key:Анна Б:}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          SHA256 | '100.50:17:other-key:Анна Б:'    | with the key first
          SHA256 | '100.50:17:the-key :Анна Б:'     | with the key second and a blank after it
          MD5    | '100.50:17:the-key:Анна Б:'      | by MD5
          SHA1   | '100.50:17:other-key:Анна Б:'    | with the key first, by SHA-1
          SHA256 | '17:100.50:the-key:Анна Б:'      | with sum and number in each other's place
          SHA256 | '100.50:17:Анна Б::the-key'      | with the key moved to the end
          SHA256 | '100.50;17;the-key;Анна Б;'      | with ";" between the parts
          SHA256 | '100.5017the-keyАнна Б'          | with nothing between the parts
          SHA256 | '100.50:17:the-key:Анна Б'       | without the empty fields
          SHA256 | '100.50:17:the-key:Анна Б::'     | with another ":" at the end
          SHA256 | '100.5:17:the-key:Анна Б:'       | with sum written as 100.5
          SHA256 | '100.500000:17:the-key:Анна Б:'  | with sum written as 100.500000
          SHA256 | '100.50:17:the-key:Анна+Б:'      | with who written as Анна+Б
          SHA256 | '100.50:the-key:Анна Б:'         | without number
          """)
  void theMistakeIsFound(Digest digest, String signed, String mistake) {
    assertThat(misses(digest.hex(signed)))
        .containsExactly("it would hold if it were signed " + mistake);
  }

  @Test
  void otherCharsetsAndAnHmacAreFoundToo() {
    var cyrillic = TEXT.masked().replace("***", KEY).getBytes(Charset.forName("windows-1251"));
    var hmac = Hmac.sha256(new Secret(KEY)).hex("100.50:17:Анна Б:");

    assertThat(misses(Digest.SHA256.hex(cyrillic)))
        .containsExactly("it would hold if it were signed as windows-1251");
    assertThat(misses(hmac))
        .containsExactly(
            "it would hold if it were signed by HMAC-SHA-256, without the key in the text");
  }

  @Test
  void theRightOneWrittenOtherwiseIsSeen() {
    var bytes = Digest.SHA256.of(TEXT.masked().replace("***", KEY).getBytes(UTF_8));
    var right = Digest.SHA256.hex(TEXT.masked().replace("***", KEY));

    assertThat(misses(right)).isEmpty();
    assertThat(misses(right.toUpperCase(Locale.ROOT)))
        .containsExactly("its letters must be in lower case");
    assertThat(misses(" " + right)).containsExactly("blanks stand around it");
    assertThat(misses(Base64.getEncoder().encodeToString(bytes)))
        .containsExactly("it is written in Base64, not in lower-case hexadecimal");
  }

  @Test
  void whereNoMistakeFitsThatIsTold() {
    assertThat(misses("")).containsExactly("nothing stands in sign");
    assertThat(misses("0".repeat(64))).singleElement().asString().startsWith("no usual mistake");
  }

  @Test
  void theSignatureThatWouldBeRightIsNeverTold() {
    var right = Digest.SHA256.hex(TEXT.masked().replace("***", KEY));

    assertThat(misses("0".repeat(64)).toString()).doesNotContain(right, KEY);
  }

  private static List<String> misses(String given) {
    var scheme = Scheme.of(Algorithm.SHA256, Writing.LOWER_HEX);
    var proof = new Proof("sign", scheme, TEXT, NamedKey.of(GATEWAY, "second"), given);
    return NearMisses.of(proof, GATEWAY);
  }
}

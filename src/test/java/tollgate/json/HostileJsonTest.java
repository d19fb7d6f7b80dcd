package tollgate.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tollgate.json.JsonRefused.Reason;

/** What comes from outside and means harm, or was made by somebody in a hurry. */
class HostileJsonTest {

  private static final Pattern SPECIAL =
      Pattern.compile("<(?:(\\d+)\\*([^>]+)|([0-9A-F]{2}(?: [0-9A-F]{2})*))>");

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvFileSource(
      resources = "/json/hostile.txt",
      delimiter = '|',
      quoteCharacter = '\u0007',
      maxCharsPerColumn = 500)
  void isReadExactlyOrNotAtAll(String expected, String place, String body) throws JsonRefused {
    var bytes = bytes(body == null ? "" : body);
    if (expected.equals("READ")) {
      var value = JsonReader.read(bytes, Limits.MESSAGE);
      assertThat(JsonReader.read(value.bytes(), Limits.MESSAGE)).isEqualTo(value);
      return;
    }
    var refused =
        catchThrowableOfType(JsonRefused.class, () -> JsonReader.read(bytes, Limits.MESSAGE));

    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(Reason.valueOf(expected));
    assertThat(refused.path()).startsWith(place == null ? "" : place);
    assertThat(refused.offset()).isBetween(0L, (long) bytes.length);
    assertThat(refused.getMessage()).hasSizeLessThan(300);
  }

  private static byte[] bytes(String notation) {
    var out = new ByteArrayOutputStream();
    var special = SPECIAL.matcher(notation);
    int plainFrom = 0;
    while (special.find()) {
      out.writeBytes(notation.substring(plainFrom, special.start()).getBytes(UTF_8));
      out.writeBytes(
          special.group(1) == null
              ? HexFormat.ofDelimiter(" ").parseHex(special.group(3))
              : special.group(2).repeat(Integer.parseInt(special.group(1))).getBytes(UTF_8));
      plainFrom = special.end();
    }
    out.writeBytes(notation.substring(plainFrom).getBytes(UTF_8));
    return out.toByteArray();
  }
}
